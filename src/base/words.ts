import type { Facet } from "./report.ts";

/** 口径的叫法: how an office calls the facet of a figure. */
export const FACETS: Record<Facet, string> = {
  level: "总量",
  growth: "增速",
  change: "增减",
  share: "比率",
  rank: "位次",
  investment: "投资",
  capacity: "规模",
  duration: "时长",
};
