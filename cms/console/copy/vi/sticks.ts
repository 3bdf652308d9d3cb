/** A screen without a network, and the technician before it. */
export const stickWords = {
  title: 'Không có mạng',
  lead: 'Chép gói USB vào thẻ nhớ rồi cắm vào máy phát. Màn hình tự kiểm tra, nhận chương trình và báo kết quả ngay trên màn hình.',
  download: 'Tải gói USB',
  downloadArea: (area: string) => `Tải gói USB cho cả ${area}`,
  takeHome: 'Nhận tệp USB mang về',
  chooseHome: 'Chọn tệp mang về',
  takeHomeHelp:
    'Tệp có đuôi .bangtin-ve trên USB: những gì màn hình đã chiếu và đã xác nhận.',
  taken: (name: string, when: string, receipts: number, rows: number) =>
    `Đã nhận của “${name}”, ghi ${when}: ${receipts} xác nhận, ${rows} dòng nhật ký phát.`,
  takenBefore: (name: string) =>
    `Tệp này của “${name}” đã được nhận trước đây. Không có gì thay đổi.`,
  pin: 'Mã PIN kỹ thuật viên',
  pinHelp:
    'Mở trang kỹ thuật trên màn hình bằng Ctrl + Alt + K. Gồm 6 đến 12 chữ số.',
  pinBad: 'Mã PIN gồm 6 đến 12 chữ số.',
  pinNobody: 'Chưa đặt. Màn hình dùng mã in ra khi cài đặt.',
  pinHere: (when: string) => `Đặt riêng cho màn hình này ${when}.`,
  pinAbove: (area: string) => `Dùng mã của ${area}.`,
  pinSet: 'Đặt mã PIN',
  pinRemove: 'Bỏ mã riêng',
}
