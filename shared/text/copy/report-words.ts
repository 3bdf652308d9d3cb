import type { ReportBy } from '../../contract/api/reports.js'
import type { Category } from '../../contract/template.js'
import type { CopyLanguage } from './say.js'

/** The headings of reports that leave the house as tables. */
type ReportWords = {
  sheet: string
  by: Record<ReportBy, string>
  place: string
  screens: string
  showings: string
  hours: string
  days: string
  longestRun: string
  categories: Record<Category, string>
}

export const REPORT_WORDS: Record<CopyLanguage, ReportWords> = {
  vi: {
    sheet: 'Đã chiếu',
    by: {
      bulletin: 'Bản tin',
      screen: 'Màn hình',
      area: 'Địa bàn',
      category: 'Lĩnh vực',
    },
    place: 'Thuộc',
    screens: 'Số màn hình đã chiếu',
    showings: 'Số lượt',
    hours: 'Số giờ trên màn hình',
    days: 'Số ngày có chiếu',
    longestRun: 'Số ngày liên tục dài nhất',
    categories: {
      election: 'Bầu cử',
      party: 'Đại hội Đảng',
      economy: 'Kinh tế – xã hội',
      notice: 'Thông báo',
      reception: 'Tiếp công dân',
      health: 'Y tế',
      utilities: 'Điện, nước',
      culture: 'Văn hóa',
      disaster: 'Thiên tai',
    },
  },
  en: {
    sheet: 'Shown',
    by: {
      bulletin: 'Bulletin',
      screen: 'Screen',
      area: 'Area',
      category: 'Category',
    },
    place: 'Belongs to',
    screens: 'Screens that showed it',
    showings: 'Showings',
    hours: 'Hours on the glass',
    days: 'Days on which it was shown',
    longestRun: 'Most days in a row',
    categories: {
      election: 'Election',
      party: 'Party Congress',
      economy: 'Socio-economic',
      notice: 'Notice',
      reception: 'Citizen reception',
      health: 'Health',
      utilities: 'Power and water',
      culture: 'Culture',
      disaster: 'Disaster',
    },
  },
}
