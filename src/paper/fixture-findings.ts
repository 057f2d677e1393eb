import type { Deadline, Located, Measure, Mention, Project, Promised, Range, Target, Task, Term } from "#base/report";

/** Where the next such quote stands, and by which rule it was read. */
export type At = (kind: string, quote: string, rule: string, confidence?: number) => Located;

type Figure = Pick<
  Measure,
  "subject" | "value" | "unit" | "facet" | "comparator" | "aspect" | "year" | "upper" | "rankScope"
>;

export function measures(at: At): Measure[] {
  const read = (quote: string, subject: string, value: number, unit: string, more: Partial<Figure> = {}): Measure => ({
    ...at("m", quote, more.facet === "growth" ? "X增长Y%" : "数量", 0.97),
    subject,
    subjectSpan: null,
    indicator: subject === "地区生产总值" ? "gdp" : null,
    value,
    unit,
    normal: unit === "亿元" ? { value: value * 1e8, unit: "元" } : { value, unit },
    upper: null,
    facet: "level",
    comparator: "=",
    aspect: "actual",
    year: 2023,
    rankScope: null,
    ...more,
  });
  const plan = { aspect: "target", year: 2024 } as const;
  const growth = { facet: "growth" } as const;
  const share = { facet: "share" } as const;
  return [
    read("达到186.4亿元", "地区生产总值", 186.4, "亿元"),
    read("增长6.8%", "地区生产总值", 6.8, "%", growth),
    read("居全市第2", "地区生产总值增速", 2, "名", { facet: "rank", rankScope: "全市" }),
    read("完成9.7亿元", "一般公共预算收入", 9.7, "亿元"),
    read("增长5.1%", "一般公共预算收入", 5.1, "%", growth),
    read("36820元", "城镇居民人均可支配收入", 36820, "元"),
    read("19470元", "农村居民人均可支配收入", 19470, "元"),
    read("64个", "省市重点项目", 64, "个"),
    read("72.5亿元", "省市重点项目", 72.5, "亿元", { facet: "investment" }),
    read("8万吨", "铝箔", 8, "万吨", { facet: "capacity", aspect: "spec", year: null }),
    read("增长9.2%", "规上工业增加值", 9.2, "%", growth),
    read("下降4.3%", "空气质量综合指数", -4.3, "%", growth),
    read("达到87.6%", "优良天数比例", 87.6, "%", share),
    read("增长7%左右", "地区生产总值", 7, "%", { ...growth, ...plan, comparator: "≈" }),
    read("12亿元", "青岭抽水蓄能电站", 12, "亿元", { facet: "investment", aspect: "spec", year: null }),
    read("10家以上", "规上工业企业", 10, "家", { ...plan, comparator: ">=" }),
    read("3家", "专精特新企业", 3, "家", plan),
    read("40%以上", "重点项目开工率", 40, "%", { ...share, ...plan, comparator: ">=" }),
    read("75%以上", "重点项目开工率", 75, "%", { ...share, ...plan, comparator: ">=" }),
    read("6万平方米", "标准化厂房", 6, "万平方米", plan),
    read("5万亩", "高标准农田", 5, "万亩", plan),
    read("2.1亿公斤以上", "粮食总产", 2.1, "亿公斤", { ...plan, comparator: ">=" }),
    read("120公里", "农村供水管网", 120, "公里", plan),
    read("95%", "农村自来水普及率", 95, "%", { ...share, ...plan }),
    read("12个", "老旧小区", 12, "个", plan),
    read("2600户", "居民", 2600, "户", plan),
    read("40个", "城市公交候车亭", 40, "个", plan),
    read("540个", "公办幼儿园学位", 540, "个", plan),
    read("8处", "“口袋公园”", 8, "处", plan),
    read("压减5%以上", "一般性支出", -5, "%", { ...growth, ...plan, comparator: ">=" }),
  ];
}

export function targets(at: At): Target[] {
  const plain = { relation: "growth", comparator: "=", value: null, upper: null, unit: "%", vs: null } as const;
  const aim = (quote: string, indicator: string, more: Partial<Target>): Target => ({
    ...at("g", quote, "主要预期目标", 0.99),
    ...plain,
    indicator,
    ...more,
  });
  return [
    aim("地区生产总值增长7%左右", "地区生产总值", { value: 7, comparator: "≈" }),
    aim("规模以上工业增加值增长8%", "规模以上工业增加值", { value: 8 }),
    aim("固定资产投资增长10%以上", "固定资产投资", { value: 10, comparator: ">=" }),
    aim("一般公共预算收入增长5.5%", "一般公共预算收入", { value: 5.5 }),
    aim("城镇登记失业率控制在4.5%以内", "城镇登记失业率", { relation: "share", value: 4.5, comparator: "<=" }),
    aim("城镇新增就业3200—3500人", "城镇新增就业", {
      relation: "level",
      value: 3200,
      upper: 3500,
      comparator: ">=",
      unit: "人",
    }),
    aim("居民收入增长与经济增长同步", "居民收入增长", { relation: "sync", unit: null, vs: "经济增长" }),
    aim("约束性指标完成省、市下达任务", "约束性指标", { relation: "other", unit: null }),
  ];
}

export function promises(at: At): Promised[] {
  const works = [
    "改造老旧小区12个，惠及居民2600户",
    "新建城市公交候车亭40个",
    "新增公办幼儿园学位540个",
    "为65岁以上老年人免费体检",
    "改建“口袋公园”8处",
  ];
  return works.map((text, i) => ({ ...at("p", text, "一是……", 1), n: i + 1, text }));
}

export function terms(at: At): Term[] {
  const entry = (n: number, term: string, definition: string): Term => ({
    ...at("n", `${n}.${term}：${definition}`, "附注条目", 1),
    n,
    term,
    definition,
  });
  return [
    entry(1, "“五个一”", "一个项目、一名领导、一个专班、一套方案、一抓到底。"),
    entry(2, "“13710”", "当天部署、3天反馈、7天落实、1个月办结、销号清零。"),
  ];
}

export function deadlines(at: At): Deadline[] {
  const limit = (quote: string, subject: string, milestone: string | null, due: string | null): Deadline => ({
    ...at("d", quote, "时限词", 0.92),
    subject,
    milestone,
    due,
    within: null,
  });
  return [
    limit("年底投产", "云杉新材料二期", "投产", "2024-12-31"),
    limit("6月底前取得核准", "青岭抽水蓄能电站", "取得核准", "2024-06-30"),
    limit("一季度达到40%以上", "重点项目", "开工率40%以上", "2024-03-31"),
    limit("上半年达到75%以上", "重点项目", "开工率75%以上", "2024-06-30"),
    limit("9月底前完成", "高标准农田", "完成", "2024-09-30"),
    { ...limit("3天反馈进展", "重大事项", "反馈进展", null), within: "3天内" },
  ];
}

export function mechanisms(at: At): Mention[] {
  const named = (name: string, kind: Mention["kind"], catalogue: string | null = null): Mention => ({
    ...at("k", name, "机制名录", 0.9),
    name: name.replace(/[“”]/g, ""),
    kind,
    catalogue,
  });
  return [
    named("河湖长制", "responsibility"),
    named("“链长制”", "responsibility"),
    named("“五个一”推进机制", "project", "five-ones"),
    named("“一件事一次办”", "service"),
    named("“赛马”评比", "ranking", "saima"),
    named("“13710”督办机制", "supervision", "13710"),
  ];
}

export function tasks(at: At, read: Measure[]): Task[] {
  const task = (text: string, object: string, agencies: string, more: Partial<Task> = {}): Task => {
    const here = at("t", text, "动词领起的分句", 0.88);
    const held = read.filter(({ span }) => here.span[0] <= span[0] && span[1] <= here.span[1]).map((m) => m.id);
    const suggested = agencies.split(" ").map((agency, i) => ({ agency, score: 0.9 - i / 10 }));
    const plain = { action: text.slice(0, 2), due: null, project: null, specificity: 4, field: "industry" } as const;
    return { ...here, ...plain, text, object, measures: held, agencies: suggested, ...more };
  };
  return [
    task("推动云杉新材料二期年底投产", "云杉新材料二期", "县工信局 县经济开发区管委会", {
      due: "2024-12-31",
      project: "j1",
    }),
    task(
      "加快推进总投资12亿元的青岭抽水蓄能电站前期工作，力争6月底前取得核准",
      "青岭抽水蓄能电站",
      "县发展改革局 县自然资源局 市生态环境局青禾分局",
      { due: "2024-06-30", project: "j2", specificity: 5 },
    ),
    task("新增规上工业企业10家以上、专精特新企业3家", "规上工业企业", "县工信局 县统计局"),
    task("重点项目开工率一季度达到40%以上、上半年达到75%以上", "重点项目开工率", "县发展改革局 各乡镇人民政府", {
      due: "2024-06-30",
      specificity: 5,
    }),
    task("年内建成县经济开发区标准化厂房6万平方米", "标准化厂房", "县经济开发区管委会", {
      due: "2024-12-31",
      specificity: 5,
    }),
    task("9月底前完成5万亩高标准农田建设", "高标准农田", "县农业农村局 县水利局 县财政局", {
      due: "2024-09-30",
      specificity: 5,
      field: "agriculture",
    }),
    task("新建农村供水管网120公里，农村自来水普及率提高到95%", "农村供水管网", "县水利局", { field: "agriculture" }),
    task("深化“一件事一次办”改革", "“一件事一次办”改革", "县行政审批服务管理局 县市场监管局", {
      specificity: 2,
      field: "governance",
    }),
    task("一般性支出压减5%以上", "一般性支出", "县财政局", { field: "finance" }),
  ];
}

export function projects(text: string, at: At): Project[] {
  const all = (name: string): Range[] =>
    [...text.matchAll(new RegExp(name, "g"))].map(({ index }) => [index, index + name.length]);
  const project = (name: string, more: Partial<Project>): Project => ({
    ...at("j", name, "项目名", 0.93),
    name,
    mentions: all(name),
    investment: null,
    capacity: null,
    stage: "planned",
    ...more,
  });
  return [
    project("云杉新材料年产8万吨铝箔项目", { capacity: "年产8万吨铝箔", stage: "producing" }),
    project("云杉新材料二期", { stage: "building" }),
    project("青岭抽水蓄能电站", { investment: { value: 12, unit: "亿元" } }),
  ];
}
