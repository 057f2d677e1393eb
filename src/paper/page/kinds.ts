/** One kind of mark: the name of its table, and what the legend calls it. */
export type Kind = { name: string; label: string };

/**
 * 标记种类: what is marked in the text, by the name of its table. Large things are underlined, small ones tinted,
 * so that both are seen where one lies in the other.
 */
export const KINDS: Kind[] = [
  { name: "tasks", label: "任务" },
  { name: "targets", label: "目标" },
  { name: "measures", label: "数据" },
  { name: "projects", label: "项目" },
  { name: "promises", label: "实事" },
  { name: "mechanisms", label: "机制" },
  { name: "deadlines", label: "时限" },
  { name: "terms", label: "名词" },
];
