/* What the addresses of this area may say. The routes need it at once, the rest of the area's data only with its pages. */
export const audiences = ['STAFF', 'CUSTOMER'] as const;
export const kbTabs = ['review', 'usefulness', 'worth'] as const;
export const kinds = ['ARTICLE', 'SCRIPT'] as const;
export const statuses = ['DRAFT', 'PUBLISHED', 'RETIRED'] as const;
export const tongues = ['CHINESE', 'ENGLISH'] as const;
export const worthOrders = ['MOST_FREQUENT', 'MOST_VISITS'] as const;
