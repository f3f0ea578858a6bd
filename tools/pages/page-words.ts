/** Languages of the pages. */
export const PAGE_LANGUAGES = ['vi', 'en'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** Kinds of pages, as folders. */
export const PAGE_KINDS = ['place', 'route', 'event', 'story'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** Words of the pages. */
export const PAGE_WORDS = {
  vi: {
    siteName: 'Cung Tây Bắc',
    tagline: 'Bản đồ du lịch 3D/360° vùng Tây Bắc Việt Nam',
    openMap: 'Mở trên bản đồ 3D',
    otherLanguage: 'English',
    contents: 'Mục lục',
    place: 'Địa điểm',
    route: 'Cung đường',
    event: 'Lễ hội, chợ phiên',
    story: 'Chuyện kể',
    height: 'Độ cao',
    seasons: 'Khi nào đẹp',
    gettingThere: 'Đường đến',
    nearestTown: 'Thị trấn gần nhất',
    hours: 'Thời gian cần',
    safety: 'An toàn',
    accessibility: 'Tiếp cận',
    customs: 'Phong tục',
    opening: 'Giờ mở cửa',
    fees: 'Giá vé',
    nearby: 'Gần đây',
    routesHere: 'Cung đường đi qua',
    eventsHere: 'Lễ hội, chợ phiên ở đây',
    productsHere: 'Sản vật',
    sources: 'Nguồn',
    asOf: 'ngày',
    unknown: 'Chưa rõ',
    days: 'Từng ngày',
    day: 'Ngày',
    warnings: 'Cần lưu ý',
    where: 'Ở đâu',
    when: 'Khi nào',
    dates: 'Ngày sắp tới',
    month: 'tháng',
    render: 'Ảnh dựng, không phải ảnh chụp',
    emergency: 'Khẩn cấp: Công an 113 · Cứu hỏa 114 · Cấp cứu 115',
    licence: 'Nội dung CC BY 4.0. © những người đóng góp OpenStreetMap (ODbL).',
  },
  en: {
    siteName: 'Northwest Arc',
    tagline: 'A 3D/360° travel map of Vietnam’s Northwest',
    openMap: 'Open on the 3D map',
    otherLanguage: 'Tiếng Việt',
    contents: 'Contents',
    place: 'Places',
    route: 'Routes',
    event: 'Festivals and market days',
    story: 'Stories',
    height: 'Height',
    seasons: 'When it is good',
    gettingThere: 'Getting there',
    nearestTown: 'Nearest town',
    hours: 'Time needed',
    safety: 'Safety',
    accessibility: 'Accessibility',
    customs: 'Customs',
    opening: 'Opening hours',
    fees: 'Fees',
    nearby: 'Near by',
    routesHere: 'Routes through here',
    eventsHere: 'Festivals and market days here',
    productsHere: 'Products',
    sources: 'Sources',
    asOf: 'on',
    unknown: 'Not known',
    days: 'Day by day',
    day: 'Day',
    warnings: 'Mind',
    where: 'Where',
    when: 'When',
    dates: 'Coming dates',
    month: 'month',
    render: 'A render, not a photograph',
    emergency: 'Emergency: police 113 · fire 114 · ambulance 115',
    licence: 'Content CC BY 4.0. © OpenStreetMap contributors (ODbL).',
  },
} as const satisfies Record<PageLanguage, Record<string, string>>;

/** Months as people read them: "tháng 9, 10"; "September, October". */
export function monthNames(months: readonly number[], language: PageLanguage): string {
  if (language === 'vi') return `tháng ${months.join(', ')}`;
  const format = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
  return months.map((month) => format.format(new Date(Date.UTC(2026, month - 1, 1)))).join(', ');
}
