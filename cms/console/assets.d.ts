// What the bundler turns into files: TypeScript only has to know they exist.
declare module '*.css'
declare module '@fontsource/be-vietnam-pro/*.css'
