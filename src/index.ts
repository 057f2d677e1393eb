export type * from "#base/report";
