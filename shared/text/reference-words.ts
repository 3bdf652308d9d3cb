/** Words of the API reference page. Terms of HTTP and JSON stay as they are. */
type ReferenceWords = {
  title: string
  skip: string
  other: string
  contents: string
  lead: readonly string[]
  parameters: string
  body: string
  answer: string
  refusals: string
  required: string
  name: string
  type: string
  /** By the first word of the path. */
  rooms: Readonly<Record<string, string>>
}

const vi: ReferenceWords = {
  title: 'Tài liệu API của Bảng Tin',
  skip: 'Đến nội dung chính',
  other: 'English',
  contents: 'Mục lục',
  lead: [
    'Mọi địa chỉ đều nằm dưới /api/v1 và trả lời bằng JSON. Chương trình gửi khóa API trong tiêu đề Authorization; khóa tạo ở trang “Tài khoản của tôi” và không bao giờ được nhiều hơn quyền hiện có của người tạo.',
    'Danh sách trả về nextCursor: gửi lại trong tham số cursor để lấy trang sau. Tham số q tìm theo từ, không phân biệt dấu và chữ hoa.',
    'Sửa bản thảo phải gửi If-Match. Yêu cầu POST nên kèm Idempotency-Key để gửi lại mà không làm hai lần. Mã 429 kèm Retry-After: số giây phải chờ.',
    'Lời từ chối là application/problem+json (RFC 9457), có mã cố định trong trường code và một câu giải thích.',
  ],
  parameters: 'Tham số',
  body: 'Nội dung gửi lên',
  answer: 'Nội dung trả lời',
  refusals: 'Khi bị từ chối',
  required: 'bắt buộc',
  name: 'Tên',
  type: 'Kiểu',
  rooms: {
    agenda: 'Lịch',
    areas: 'Địa bàn',
    audit: 'Nhật ký kiểm tra',
    bulletins: 'Bản tin',
    cap: 'Cảnh báo CAP',
    corrections: 'Đính chính',
    groups: 'Nhóm màn hình',
    holds: 'Tạm dừng phát',
    homecomings: 'Nhận báo cáo bằng thẻ nhớ',
    me: 'Tài khoản của tôi',
    media: 'Ảnh, phim, tài liệu',
    'notice-orders': 'Lệnh phát thông báo khẩn',
    'notice-policies': 'Quy định phát khẩn',
    notices: 'Thông báo khẩn',
    operator: 'Vận hành',
    pairings: 'Ghép màn hình',
    people: 'Người dùng',
    previews: 'Xem trước',
    screens: 'Màn hình',
    templates: 'Mẫu',
    todo: 'Việc chờ tôi',
  },
}

const en: ReferenceWords = {
  title: 'Bảng Tin API reference',
  skip: 'Skip to the content',
  other: 'Tiếng Việt',
  contents: 'Contents',
  lead: [
    'Every address is under /api/v1 and answers JSON. A program sends its API token in the Authorization header; tokens are made under “My account” and never hold more than their maker holds at that moment.',
    'Lists answer nextCursor: send it back as cursor for the next page. The parameter q finds words whatever their accents and case.',
    'Changing a draft takes If-Match. A POST should carry an Idempotency-Key, so that sending it again does not do it twice. 429 comes with Retry-After: the seconds to wait.',
    'Refusals are application/problem+json (RFC 9457) with a stable code and a sentence that explains it.',
  ],
  parameters: 'Parameters',
  body: 'Body',
  answer: 'Answer',
  refusals: 'Refusals',
  required: 'required',
  name: 'Name',
  type: 'Type',
  rooms: {
    agenda: 'Agenda',
    areas: 'Areas',
    audit: 'Audit',
    bulletins: 'Bulletins',
    cap: 'CAP alerts',
    corrections: 'Corrections',
    groups: 'Groups of screens',
    holds: 'Holds',
    homecomings: 'Reports carried by hand',
    me: 'My account',
    media: 'Pictures, films, documents',
    'notice-orders': 'Orders of urgent notices',
    'notice-policies': 'Rules of urgent notices',
    notices: 'Urgent notices',
    operator: 'Operations',
    pairings: 'Pairing of screens',
    people: 'People',
    previews: 'Previews',
    screens: 'Screens',
    templates: 'Templates',
    todo: 'What waits for me',
  },
}

export const referenceWords = { vi, en } as const
