import type { Config } from './config.js'

/**
 * Why the start failed, in two lines that name the variable to look at; null
 * when it is no fault of the surroundings.
 */
export function startErrorLines(
  error: unknown,
  config: Config,
): string[] | null {
  const { code, syscall, name } = (error ?? {}) as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return [
      `BANGTIN_PORT: cổng ${config.port} đang có chương trình khác dùng. Chọn cổng khác.`,
      `BANGTIN_PORT: port ${config.port} is in use. Choose another.`,
    ]
  if (syscall === 'listen')
    return [
      `BANGTIN_HOST, BANGTIN_PORT: không nghe được ở ${config.host}:${config.port} (${code}).`,
      `BANGTIN_HOST, BANGTIN_PORT: cannot listen on ${config.host}:${config.port} (${code}).`,
    ]
  if (name === 'DataFolderInUseError')
    return [
      `BANGTIN_DATA: một Bảng Tin khác đang dùng thư mục ${config.dataFolder}. Dừng chương trình đó, hoặc chọn thư mục khác.`,
      `BANGTIN_DATA: another Bảng Tin is using ${config.dataFolder}. Stop it, or choose another folder.`,
    ]
  if (name === 'NewerDatabaseError')
    return [
      'Cơ sở dữ liệu thuộc phiên bản Bảng Tin mới hơn. Cài phiên bản mới, hoặc khôi phục bản sao lưu cũ.',
      'The database belongs to a newer version of Bảng Tin. Install that version, or restore an older backup.',
    ]
  const folderFaults = ['EACCES', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST']
  const sqlite = code?.startsWith('SQLITE_') === true
  if (sqlite || folderFaults.includes(code ?? ''))
    return [
      `BANGTIN_DATA: không dùng được thư mục ${config.dataFolder} (${code}).`,
      `BANGTIN_DATA: cannot use the folder ${config.dataFolder} (${code}).`,
    ]
  if (
    config.databaseUrl !== null &&
    /^(ECONN|ENOTFOUND|ETIMEDOUT|28|3D|57)/.test(code ?? '')
  )
    return [
      `DATABASE_URL: không nối được PostgreSQL (${code}).`,
      `DATABASE_URL: cannot reach PostgreSQL (${code}).`,
    ]
  return null
}
