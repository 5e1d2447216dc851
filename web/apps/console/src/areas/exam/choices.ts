/* What the addresses of this area may say. The routes need it at once, the rest of the area's data only with its pages. */
export const abouts = ['LIKELY_CAUSE', 'PARTS_TO_CARRY', 'FIRST_CHECK'] as const;
export const difficulties = ['EASY', 'MEDIUM', 'HARD'] as const;
export const questionStates = ['DRAFT', 'ACTIVE', 'RETIRED'] as const;
export const wrongs = ['SECOND_VISIT', 'PREDICTION_MISSED', 'WRONG_PARTS', 'REOPENED'] as const;
