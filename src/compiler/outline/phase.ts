import type { Phase } from "#base/report";

/** 篇章性质: what a chapter speaks of, told by its title. */
const SELF =
  /自身建设|政府建设|(?:建设|打造)[^，]{0,12}政府|政府治理|执政|政府效能|自我革命|政府系统|现代化治理水平|现代政府/;
const NOTES = /^[※*〔《]?附(?:注|件|录)|名词|注释|用语|术语/;
const PLAN =
  /安排|部署|展望|目标|今后|任务|建议|总体要求|总体思路|工作思路|重点工作|今年|未来|下一步|工作重点|工作打算|工作意见|开创|奋力|规划/;
const REVIEW = /回顾|回眸|总结|过去|一年来|五年来|成就|成绩|所做|完成情况|历程|上半年|工作情况|主要工作$|经济工作$/;

/** The phase that a title tells, or null. A title that looks both ways is told by its year and by its last word. */
export function phaseOf(title: string, year: number | null): Phase | null {
  if (NOTES.test(title)) return "notes";
  const years = [...title.matchAll(/(?:19|20)\d\d/g)].map(([digits]) => Number(digits));
  const ahead = year !== null && years.length > 0 && Math.max(...years) >= year;
  const looksBack = ahead ? /回顾|总结|回眸/.test(title) : REVIEW.test(title);
  const looksAhead = PLAN.test(title) || (ahead && !looksBack);
  if (SELF.test(title) && !looksBack && !/任务|目标/.test(title)) return "self";
  if (looksBack && !looksAhead) return "review";
  if (looksAhead && !looksBack) return "plan";
  if (looksBack && looksAhead) return /回顾|总结|回眸/.test(title) ? "review" : "plan";
  if (year !== null && years.length) return Math.max(...years) >= year ? "plan" : "review";
  return null;
}
