/** The date an instant has in UTC: "today" where no books say which time zone holds. */
export const utcDay = (epochMilliseconds: number): string => new Date(epochMilliseconds).toISOString().slice(0, 10);
