/**
 * The version of everything that crosses between CMS, screen and console.
 * A side refuses what is newer than it knows and says so; older minor fields
 * are optional, so one major number is enough.
 */
export const PROTOCOL_VERSION = 1
