/**
 * The report as a county's web site publishes it: the article stands between navigation, breadcrumbs, a share bar,
 * links to other pages and a footer, all of which are not the report.
 *
 * @param {import("./paragraphs.js").Paragraph[]} paragraphs
 * @returns {string}
 */
export function htmlOf(paragraphs) {
  const [title, ...rest] = paragraphs;
  return page(title.text, rest.map(element).join("\n"));
}

const plain = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function element({ kind, lead, text }) {
  if (kind === "meeting" || kind === "speaker") return `<p style="text-align: center;">${plain(text)}</p>`;
  if (kind === "chapter") return `<p><span style="font-family: 黑体;"><strong>　　${plain(text)}</strong></span></p>`;
  if (kind === "section") return `<p><span style="font-family: 楷体;">　　${plain(text)}</span></p>`;
  if (kind === "heading") return `<p><strong>　　${plain(text)}</strong></p>`;
  const head = lead && `<strong>${plain(lead)}</strong>`;
  return `<p>　　${head}${plain(text.slice(lead.length))}</p>`;
}

const LINKS = ["首页", "政务公开", "政务服务", "互动交流", "走进云岭", "专题专栏"];
const OTHERS = [
  "云岭县2025年国民经济和社会发展计划执行情况",
  "云岭县2025年财政预算执行情况",
  "关于公布2026年县级重点项目名单的通知",
];

const page = (title, article) => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="SiteName" content="云岭县人民政府（样例）">
<meta name="ColumnName" content="政府工作报告">
<meta name="ArticleTitle" content="云岭县2026年政府工作报告">
<meta name="PubDate" content="2026-01-21 09:30">
<title>云岭县2026年政府工作报告_云岭县人民政府</title>
<style>
body { margin: 0; font: 16px/1.8 "Songti SC", SimSun, serif; color: #333; background: #f5f6f8; }
.head { background: #b5121b; color: #fff; padding: 24px 8%; font-size: 28px; letter-spacing: 4px; }
.nav { background: #930f16; padding: 0 8%; } .nav a { display: inline-block; color: #fff; padding: 10px 18px; text-decoration: none; }
.main { width: 84%; max-width: 1100px; margin: 0 auto; background: #fff; padding: 16px 40px 40px; box-sizing: border-box; }
.crumbs, .meta, .share { color: #777; font-size: 14px; } .meta { text-align: center; border-bottom: 1px solid #ddd; padding-bottom: 12px; }
h1 { text-align: center; font-size: 26px; } .article p { margin: 0 0 12px; text-align: justify; }
.share { margin: 24px 0; border-top: 1px dashed #ccc; padding-top: 12px; }
.foot { text-align: center; color: #777; font-size: 13px; padding: 24px 8%; background: #e9eaec; }
</style>
<script>function fontSize(n) { document.getElementById("zoom").style.fontSize = n + "px"; }</script>
</head>
<body>
<div class="head">云岭县人民政府</div>
<div class="nav">${LINKS.map((link) => `<a href="#">${link}</a>`).join("")}</div>
<div class="main">
<div class="crumbs">当前位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">法定主动公开内容</a> &gt; <a href="#">政府工作报告</a></div>
<h1>${plain(title)}</h1>
<div class="meta">发布时间：2026-01-21 09:30　来源：县政府办公室　浏览次数：<span>1286</span>　字体：[<a href="javascript:fontSize(20)">大</a> <a href="javascript:fontSize(16)">中</a> <a href="javascript:fontSize(14)">小</a>]　<a href="javascript:window.print()">打印</a></div>
<div class="article" id="zoom">
${article}
</div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a> <a href="#">QQ空间</a>　<a href="#">收藏本页</a>　<a href="#">关闭窗口</a></div>
<div class="related"><b>相关阅读</b><ul>${OTHERS.map((other) => `<li><a href="#">${other}</a></li>`).join("")}</ul></div>
</div>
<div class="foot">主办：云岭县人民政府　承办：云岭县人民政府办公室<br>本页为软件样例，县名、人名、企业、数据均属虚构　网站标识码：0000000000　联系电话：000-0000000<br><a href="#">网站地图</a> | <a href="#">关于我们</a> | <a href="#">隐私声明</a></div>
</body>
</html>
`;
