import type { Mention } from "#base/report";
import mechanismFile from "#lexicon/mechanisms.yaml";
import { mechanismNamed } from "../catalogue.ts";
import type { Clause, Quote } from "../clause.ts";
import { identities } from "../identity.ts";
import { locate, wordsOf } from "../locate.ts";
import { withoutOpeners } from "../measure/name.ts";
import type { ReadReport, ReadSentence } from "../read.ts";
import { longestAt, trieOf } from "../words/trie.ts";

/** 机制: every mention of a named management mechanism, method, platform or campaign. */

type Found = { start: number; end: number; rule: string; confidence: number };

/** What stands behind a quoted name and makes it a mechanism: “1+6+3”项目推进机制. */
const HEADS =
  /^(?:[\u4e00-\u9fff+]{0,8}?)(?:机制|制度|行动|工程|活动|计划|平台|模式|工作法|方法|清单|改革|专班|体系|办法|举措|措施|服务|监管|招商|攻坚|整治|治理|战略|品牌|经验|做法|试点|考核|评价|督办|督查|督导|督察|网格|责任|制|要求|任务|项目|政策|组合拳|渠道|窗口|管理|审批|执法|创建|建设|抓手|思路|布局|格局|工作|培训|专项|路径|机构|联盟|中心|系统|热线|比拼|竞赛|评选|目标|原则|提升年|年)/;
/** Honours and figures of speech: “中国企业500强”, “加速度”. */
const HONOUR =
  /(?:入选|荣获|获评|获|被评为|被授予|授予|上榜|跻身|入围|称号|命名为|列入|评为|摘得|荣登|斩获|被列为|被确定为|获批)[^，。；“”]{0,14}$/;
const FIGURE_OF_SPEECH =
  /^(?:[\u4e00-\u9fff]{1,3}(?:度|石|线|板|阀|器|剂|图|书|卷|单|点|位|水|花|风|关|桥|门|牌|头|量|子|圈|带|极|盾|网|墙|心|力|手|剑|果|账|旗|曲|篇|章|灯|塔|梯|环|链|仗|枪|炮|路|景|名|本|源|根|魂|值|底|家|碗|床|袋|篮|盘|肉|汤)|[\u4e00-\u9fff]{1,2}|.*(?:成绩单|答卷|晴雨表|助推器|强引擎|主引擎|新引擎|加速度|满意度|幸福感|获得感|含金量|含绿量|含新量|压舱石|稳定器|硬骨头|牛鼻子|紧日子|好日子|两山|国之大者|一盘棋|一张蓝图|最后一公里|一公里))$/;
const POLITICS =
  /^(?:两个(?:确立|维护|大局|一百年|毫不动摇)|四个(?:意识|自信|全面|伟大)|五位一体|三个(?:代表|务必|区分开来)|十[二三四五]五|三农|六稳|六保|三保|三公|双碳|双循环|四风|一带一路|国之大者|三新一高|四史|党的.*|三严三实|两学一做|三会一课|不忘初心.*|两个.*百年.*|二十[大届].*|中国式现代化|八项规定|双一流|一国两制)$/;
/** Names that carry a number or a sign are hardly anything but mechanisms: “13710”, “五个一”, “承诺制+标准地”. */
const FORMULA =
  /[\d+＋×]|[一二三四五六七八九十两双多百千][\u4e00-\u9fff]?[一二三四五六七八九十]|^[一二三四五六七八九十两双][个大项条张套件化制网清改零包帮步维减步]/;
const METHOD =
  /机制|制度|行动|工程|计划|平台|模式|工作法|清单|招商|督办|督查|督导|巡查|网格|包联|包保|一件事|通办|代办|承诺|审批|监管|服务|帮扶|考核|评价|积分|赛马|揭榜|专班|闭环|清零|销号|走流程|体验员|即办|秒批|便民|安静期|宁静日|白名单|直通车|早餐会|面对面|回头看|门牌|长制|同责|双责/;

/** The name inside quotation marks, where it is a mechanism. */
function quotedName(text: string, { start, end }: Quote): Found | null {
  const name = text.slice(start + 1, end - 1);
  if (name.length < 2 || name.length > 34 || POLITICS.test(name)) return null;
  const after = text.slice(end, end + 14);
  const before = text.slice(Math.max(0, start - 18), start);
  const headed = HEADS.test(after);
  const known = mechanismNamed(name, text.slice(Math.max(0, start - 30), end + 30)).id !== null;
  if (HONOUR.test(before) && !known) return null;
  if (!known && !headed && !FORMULA.test(name) && !METHOD.test(name)) return null;
  if (
    !known &&
    FIGURE_OF_SPEECH.test(name) &&
    !/^(?:机制|制度|行动|工程|活动|计划|平台|模式|工作法|清单|改革|专项)/.test(
      after.slice(0, 6).replace(/^[\u4e00-\u9fff]{0,3}?(?=机制|行动|工程)/, ""),
    )
  )
    return null;
  return {
    start: start + 1,
    end: end - 1,
    rule: known ? "目录里的机制" : headed ? "“X”机制" : "“数字口号”",
    confidence: known ? 0.95 : headed ? 0.85 : 0.7,
  };
}

/** Heads that end the name of a mechanism written without quotation marks. */
const ENDINGS = [
  "专项行动",
  "攻坚行动",
  "提升行动",
  "三年行动",
  "三年行动计划",
  "行动计划",
  "培育行动",
  "整治行动",
  "治理行动",
  "清零行动",
  "振兴行动",
  "行动",
  "倍增计划",
  "培育计划",
  "扶持计划",
  "支持计划",
  "引进计划",
  "梯度培育",
  "梯次培育",
  "工作机制",
  "联动机制",
  "长效机制",
  "推进机制",
  "协调机制",
  "帮扶机制",
  "保障机制",
  "激励机制",
  "评价机制",
  "考核机制",
  "服务机制",
  "对接机制",
  "会商机制",
  "监管机制",
  "化解机制",
  "预警机制",
  "调处机制",
  "补偿机制",
  "退出机制",
  "综合机制",
  "谋划机制",
  "容错机制",
  "招商机制",
  "监测机制",
  "响应机制",
  "交易机制",
  "处置机制",
  "管理机制",
  "机制",
  "责任制",
  "河长制",
  "林长制",
  "链长制",
  "田长制",
  "湖长制",
  "路长制",
  "街长制",
  "片长制",
  "所长制",
  "河湖长制",
  "长制",
  "承诺制",
  "联席会议制度",
  "制度",
  "工作法",
  "专项整治",
  "综合整治",
  "集中整治",
  "大排查大整治",
  "排查整治",
  "专项治理",
  "攻坚战",
  "保卫战",
  "专项斗争",
  "扫黑除恶",
  "产业链招商",
  "基金招商",
  "以商招商",
  "资本招商",
  "专班招商",
  "驻点招商",
  "委托招商",
  "重资产招商",
  "平台招商",
  "展会招商",
  "节会招商",
  "科技招商",
  "场景招商",
  "中介招商",
  "乡贤招商",
  "小分队招商",
  "存量招商",
  "二次招商",
  "国企助推招商",
  "敲门招商",
  "精准招商",
  "招商图谱",
  "项目库",
  "储备库",
  "责任清单",
  "权责清单",
  "负面清单",
  "任务清单",
  "问题清单",
  "项目清单",
  "政策清单",
  "事项清单",
  "目录清单",
  "三张清单",
  "清单管理",
  "台账",
  "考核体系",
  "评价体系",
  "考评体系",
  "指标体系",
  "绩效考核",
  "综合考核",
  "综合考评",
  "差异化考核",
  "绩效管理",
  "绩效评价",
  "全过程管理",
  "服务平台",
  "管理平台",
  "监管平台",
  "信息平台",
  "综合平台",
  "智慧平台",
  "公共服务平台",
  "交易平台",
  "指挥平台",
  "执法平台",
  "应急平台",
  "综合服务平台",
  "指挥调度中心",
  "指挥中心",
  "社会治理中心",
  "综治中心",
  "调度中心",
  "督查",
  "督导",
  "督办",
  "环保督察",
  "生态环境保护督察",
  "巡视",
  "巡察",
  "领导包联",
  "包联",
  "包保",
  "专班推进",
  "工作专班",
  "招商专班",
  "推进专班",
  "专班",
  "网格化管理",
  "网格化服务管理",
  "全科网格",
  "网格",
  "一件事一次办",
  "高效办成一件事",
  "一网通办",
  "跨省通办",
  "全域通办",
  "跨域通办",
  "帮办代办",
  "容缺受理",
  "告知承诺",
  "拿地即开工",
  "标准地",
  "揭榜挂帅",
  "双随机、一公开",
  "互联网+监管",
  "互联网+政务服务",
  "接诉即办",
  "枫桥经验",
  "四下基层",
  "双盲演练",
  "不打烊服务",
  "并联审批",
  "综窗改革",
  "零基预算",
  "公平竞争审查",
  "合法性审查",
  "管运分离",
  "亩均论英雄",
  "挂图作战",
  "现场办公",
  "提级管理",
  "一线工作法",
  "定期调度",
  "观摩点评",
  "观摩考评",
  "红黑榜",
  "末位淘汰",
  "动态清零",
  "销号管理",
  "闭环管理",
  "联席会议",
  "首席服务员",
  "服务专员",
  "驻企服务",
  "安静期",
  "乡村e镇",
  "便民生活圈",
  "雪亮工程",
  "智慧大脑",
  "城市大脑",
  "达标提质工程",
  "质量提升工程",
  "梯度培育工程",
  "惠民工程",
  "强基工程",
  "培育工程",
  "引才计划",
  "人才计划",
  "提质工程",
  "千万工程",
  "清洁行动",
  "普法",
  "民生实事票决制",
  "议事协商",
  "积分制",
];
const catalogueNames = (mechanismFile as { mechanisms: { names: string[] }[] }).mechanisms
  .flatMap(({ names }) => names)
  .map((name) => String(name))
  .filter((name) => name.length >= 4 && !/^(?:要素保障|政务公开|信息公开|约束性指标|主要预期目标|附注)/.test(name));
const ENDING = 1;
const NAME = 2;
const trie = trieOf([
  ...ENDINGS.map((word) => [word, ENDING] as const),
  ...catalogueNames.map((word) => [word, NAME] as const),
]);
/** First characters of the words, so that most places are passed over at once. */
const firsts = new Uint8Array(0x10000);
for (const word of [...ENDINGS, ...catalogueNames]) firsts[word.charCodeAt(0)] = 1;

/** A head alone says nothing: 完善机制, 采取行动. */
const BARE =
  /^(?:工作|管理|推进|各项|相关|有关|体制|专项|长效|保障|服务|激励|考核|评价|协调|联动|监督|运行|体制)*(?:机制|行动|制度|平台|计划|清单|督查|督导|督办|网格|专班|整治|治理|台账|巡视|巡察)$/;

/** Mechanisms that a clause names without quotation marks. */
function plainNames(read: ReadReport, clause: Clause, quotes: Quote[]): Found[] {
  const { codes, text } = read;
  const found: Found[] = [];
  for (let at = clause.start; at < clause.end; at++) {
    if (firsts[codes[at]!] === 0) continue;
    const word = longestAt(trie, codes, at, clause.end, ENDING | NAME);
    if (word.length === 0) continue;
    const end = at + word.length;
    const name =
      (word.bits & NAME) !== 0 && (word.bits & ENDING) === 0 ? { start: at, end } : nameEnding(read, clause, at, end);
    if (name && !quotes.some((quote) => quote.start <= name.start && name.start < quote.end && quote.end >= end)) {
      found.push({
        ...name,
        rule: (word.bits & NAME) !== 0 ? "目录里的机制" : "以机制词结尾的名称",
        confidence: (word.bits & NAME) !== 0 ? 0.8 : 0.65,
      });
    }
    at = end - 1;
  }
  return found.filter((each) => !BARE.test(text.slice(each.start, each.end)));
}

/** The name that ends with a head: from the last verb, conjunction or item mark before it. */
function nameEnding(read: ReadReport, clause: Clause, at: number, end: number): { start: number; end: number } | null {
  const { codes, text } = read;
  const item = clause.items.find((each) => each.start <= at && at < each.end) ?? clause;
  const said = text.slice(item.start, at);
  const cut = Math.max(
    said.lastIndexOf("的"),
    said.lastIndexOf("和"),
    said.lastIndexOf("以"),
    said.lastIndexOf("”") >= 0 && said.length - said.lastIndexOf("”") > 10 ? said.lastIndexOf("”") : -1,
  );
  const start = cut >= 0 ? item.start + cut + 1 : item.start;
  const name = withoutOpeners(codes, text, start, end).name;
  if (!name || name.end - name.start > 26) return null;
  return name;
}

/** All mentions of a sentence, quoted ones first; a plain name that overlaps a quoted one gives way. */
function mentionsIn(read: ReadReport, { sentence, phase }: ReadSentence): Found[] {
  const { text } = read;
  const quotes = sentence.quotes.filter((quote) => quote.kind === "quote");
  const quoted = quotes.map((quote) => quotedName(text, quote)).filter((found): found is Found => found !== null);
  if (phase === "notes") return quoted;
  const plain = sentence.clauses.flatMap((clause) => plainNames(read, clause, quotes));
  const free = plain.filter((each) => !quoted.some((other) => other.start < each.end && each.start < other.end));
  return [...quoted, ...free].sort((a, b) => a.start - b.start);
}

export function mechanismsOf(read: ReadReport): Mention[] {
  const idOf = identities("k");
  return read.sentences
    .filter(({ phase }) => phase !== "front")
    .flatMap((one) => mentionsIn(read, one))
    .map(({ start, end, rule, confidence }) => {
      const name = wordsOf(read.locator, start, end);
      const near = read.text.slice(Math.max(0, start - 30), end + 30);
      const { id, kind } = mechanismNamed(name, near);
      return { ...locate(read.locator, idOf(name), start, end, rule, confidence), name, kind, catalogue: id };
    });
}
