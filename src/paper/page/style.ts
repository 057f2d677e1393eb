import { colours } from "./colours.ts";

/** Type, panes and controls. */
const SCREEN = `
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:grid;grid-template:auto 1fr / 15rem minmax(0,1fr) minmax(26rem,36%);grid-template-areas:"bar bar bar" "contents text lists";
 background:var(--ground);color:var(--ink);font:15px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;
 font-variant-numeric:tabular-nums;line-break:strict;overflow-wrap:anywhere}
button,input{font:inherit;color:inherit}
button{cursor:pointer;background:none;border:0;padding:0}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
main:focus,aside:focus{outline:none}
.skip{position:absolute;left:-99rem;top:.5rem;z-index:9;padding:.25rem .75rem;background:var(--sheet)}
.skip:focus{left:.5rem}
.count{margin-left:.35em;color:var(--soft);font-size:.86em}
.hint,.nothing{color:var(--soft);margin:1rem 0}
header{grid-area:bar;display:flex;align-items:center;gap:1rem 2rem;padding:.6rem 1.25rem;background:var(--sheet);border-bottom:1px solid var(--line)}
.name{flex:1;min-width:0}
h1{margin:0;font-size:1.06rem;line-height:1.4}
.name p{margin:0;color:var(--soft);font-size:.82rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.name i{font-style:normal;margin:0 .4em}
form{display:flex;align-items:center;gap:.6rem}
#search{width:16rem;padding:.35rem .7rem;border:1px solid var(--line);border-radius:6px;background:var(--ground)}
#search::placeholder{color:var(--soft);opacity:1}
#hits{color:var(--soft);font-size:.82rem;white-space:nowrap}
#hits:empty{display:none}
nav,main,aside{min-height:0;overflow:auto;overscroll-behavior:contain}
nav{grid-area:contents;padding:1rem .5rem 2rem 1.25rem;font-size:.87rem}
nav h2{margin:0 0 .5rem;font-size:.82rem;color:var(--soft);font-weight:600}
nav ol{list-style:none;margin:0;padding:0}
nav a{display:block;padding:.18rem .5rem;border-left:2px solid transparent;color:var(--soft);text-decoration:none;line-height:1.45}
nav a:hover{color:var(--ink)}
nav a[aria-current]{border-color:var(--accent);color:var(--ink)}
nav .level-1 a{margin-top:.5rem;font-weight:600;color:var(--ink)}
nav .level-2 a{padding-left:1.25rem}
nav .level-3 a{padding-left:2.25rem;font-size:.94em}
main{grid-area:text;background:var(--sheet);border:solid var(--line);border-width:0 1px}
aside{grid-area:lists;display:flex;flex-direction:column;background:var(--sheet);overflow:hidden}
`;

const TEXT = `
.legend{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.3rem;padding:.5rem 1.1rem;background:var(--sheet);border-bottom:1px solid var(--line);font-size:.82rem}
.legend button{padding:.1rem .5rem .1rem .3rem;border:1px solid var(--line);border-radius:99px}
.legend button[aria-pressed=false]{color:var(--soft);text-decoration:line-through}
.legend .swatch{display:inline-block;margin-right:.35em;padding:0 .2em;line-height:1.25}
article{position:relative;max-width:41em;margin:0 auto;padding:1.5rem 1.5rem 6rem;font:17px/2 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",STSong,SimSun,serif;text-align:justify;text-autospace:normal}
article p{margin:0 0 .35em;text-indent:2em}
article .title,article .front{text-align:center;text-indent:0;line-height:1.7}
article .title{margin:.6em 0 .5em;font-size:1.6em;font-weight:600;letter-spacing:.06em}
article .front{color:var(--soft);font-size:.94em}
article h2,article h3,article h4{line-height:1.6;scroll-margin-top:4rem;text-align:left}
article h2{margin:2em 0 .7em;font-size:1.24em;text-align:center}
article h3{margin:1.5em 0 .4em;font-size:1.06em;text-indent:2em}
article h4{margin:1em 0 .2em;font-size:1em;text-indent:2em}
article b{font-weight:700;scroll-margin-top:5rem}
.f{cursor:pointer;padding:.12em 0;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.f:hover{background:var(--hit)}
.f.lit{background:var(--lit)}
.near{background:var(--hit)}
::highlight(hit){background-color:var(--hit);text-decoration:underline var(--accent)}
::highlight(hit-now){background-color:var(--lit)}
`;

const LISTS = `
#card{flex:none;max-height:46%;overflow:auto;padding:.35rem 1.1rem;border-bottom:1px solid var(--line);position:relative}
#card:empty{display:none}
.close{position:sticky;float:right;top:.1rem;width:2rem;height:2rem;margin-right:-.5rem;font-size:1.25rem;line-height:1;color:var(--soft);background:var(--sheet);border-radius:6px}
.close:hover{background:var(--ground);color:var(--ink)}
.finding{padding:.4rem 0}
.finding+.finding{border-top:1px solid var(--line)}
.heading{display:block;margin:0;padding-right:1.5rem;font-size:.97rem;font-weight:600;line-height:1.5;text-align:left}
button.heading{font-weight:400}
button.heading:hover{color:var(--accent)}
.heading .swatch{margin-right:.35em;padding:0 .25em;font-size:.84em;color:var(--strong);font-weight:600}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.12rem 1rem;margin:.45rem 0 .2rem;font-size:.88rem}
dt{color:var(--soft)}
dd{margin:0}
.tabs{flex:none;display:flex;overflow-x:auto;padding:0 .6rem;border-bottom:1px solid var(--line);scrollbar-width:thin}
.tabs button{padding:.6rem .42rem .5rem;border-bottom:2px solid transparent;white-space:nowrap;font-size:.88rem}
.tabs button[aria-selected=true]{border-color:var(--accent);font-weight:600}
.tabs button:hover{color:var(--accent)}
.panel{flex:1;min-height:0;overflow:auto;padding:0 1.1rem 2rem}
.panel .printed{display:none}
table{width:100%;border-collapse:collapse;font-size:.87rem;line-height:1.5}
th,td{padding:.38rem .9rem .38rem 0;text-align:left;vertical-align:top}
th:last-child,td:last-child{padding-right:0}
th{position:sticky;top:0;background:var(--sheet);color:var(--soft);font-weight:500;white-space:nowrap;box-shadow:inset 0 -1px var(--line)}
tbody tr{border-bottom:1px solid var(--line)}
tr[data-f],tr[data-near]{cursor:pointer}
tr[data-f]:hover,tr[data-near]:hover{background:var(--ground)}
tr.lit{background:var(--hit)!important}
.n{text-align:right;white-space:nowrap}
.d{white-space:nowrap}
td:first-child{min-width:4em}
.tasks td:first-child,.mechanisms td:first-child{min-width:11em}
.tasks td:nth-child(n+2),.measures td:nth-child(2){min-width:5.5em}
.promises td:first-child,.terms td:first-child,.promises th:first-child,.terms th:first-child,.diagnostics td:first-child{min-width:2.5em;text-align:left;white-space:nowrap}
.terms td:nth-child(2){min-width:6em}
.views{display:none}
@media screen{[hidden]{display:none!important}}
`;

const NARROW = `
@media screen and (max-width:1240px){
 body{grid-template:auto auto 1fr / minmax(0,1fr) minmax(24rem,42%);grid-template-areas:"bar bar" "contents lists" "text lists"}
 main{border-left:0}
 nav{max-height:7.5rem;padding:.6rem 1.25rem;border-right:1px solid var(--line);border-bottom:1px solid var(--line);background:var(--sheet)}
 nav h2{display:none}nav .level-1 a{margin-top:0}
}
@media screen and (max-width:820px){
 body{grid-template:auto 1fr auto / minmax(0,1fr);grid-template-areas:"bar" "pane" "views";font-size:14px}
 header{flex-wrap:wrap;padding:.5rem .9rem;gap:.35rem}.name{flex:1 0 100%}form{flex:1}#search{flex:1;width:0}
 nav,main,aside{grid-area:pane;border:0}
 nav{max-height:none;padding:1rem}nav a{padding-top:.45rem;padding-bottom:.45rem}
 body:not([data-view=contents]) nav,body:not([data-view=text]) main,body:not([data-view=lists]) aside>.tabs,body:not([data-view=lists]) aside>.panel{display:none}
 body:not([data-view=lists]) aside{display:contents}
 #card{grid-area:pane;align-self:end;z-index:3;max-height:55%;background:var(--sheet);border-top:1px solid var(--line);box-shadow:0 -6px 24px rgba(0,0,0,.14);padding:.5rem .9rem}
 body:not(.has-card) #card,body:not([data-view=text]) #card{display:none}
 .f{scroll-margin:4.5rem 0 60vh}
 .legend{flex-wrap:nowrap;overflow-x:auto;padding:.5rem .9rem}.legend button{flex:none}
 article{padding:1rem 1.1rem 40vh;font-size:17px;line-height:1.95}
 article .title{font-size:1.4em}
 .panel{padding:0 .9rem 2rem}
 th,td{padding-right:.6rem}
 .d{white-space:normal}
 .tasks td:first-child{min-width:8em}
 .tasks td:nth-child(n+2){min-width:4.2em}
 .tasks th{white-space:normal}
 .views{grid-area:views;display:flex;border-top:1px solid var(--line);background:var(--sheet)}
 .views button{flex:1;padding:.7rem 0}.views button[aria-pressed=true]{color:var(--accent);font-weight:600;box-shadow:inset 0 2px var(--accent)}
}
@media (prefers-reduced-motion:no-preference){.f,tr{transition:background-color .12s}}
`;

const PAPER = `
@page{size:A4;margin:22mm 20mm 20mm 24mm}
@media print{
 html,body{height:auto}
 body{display:block;background:none;font-size:10.5pt}
 .skip,nav,form,#card,.tabs,.views,.legend .count{display:none}
 header,main,aside{display:block;border:0;padding:0;overflow:visible;background:none}
 .name p{white-space:normal}
 h1{display:none}
 .legend{position:static;padding:2mm 0;border:0}
 .legend button[aria-pressed=false]{display:none}
 .f,.swatch{-webkit-print-color-adjust:exact;print-color-adjust:exact}
 .f.lit,.near{background:var(--tint,none)}
 article{max-width:none;padding:0;font-size:12pt;line-height:1.75}
 article h2,article h3,article h4,.panel .printed{break-after:avoid;page-break-after:avoid}
 .panel{display:block;overflow:visible;padding:0;margin-top:8mm}
 .panel[data-rows="0"]{display:none}
 aside{break-before:page;page-break-before:always}
 .panel .printed{display:block;margin:0 0 2mm;font-size:13pt}
 table{font-size:9pt;line-height:1.35}
 th,td{padding-top:1mm;padding-bottom:1mm}
 th{position:static}
 thead{display:table-header-group}
 tr{break-inside:avoid;page-break-inside:avoid}
 tr.lit{background:none!important}
}
`;

/** The whole style of the reading page, for a screen of any width and for A4. */
export const style = [colours, SCREEN, TEXT, LISTS, NARROW, PAPER].join("").trim();
