/** The sheet of the API reference: the console's colours, one column. */
export const REFERENCE_STYLE = `
:root{color-scheme:light;font:16px/1.55 "Be Vietnam Pro","Noto Sans",system-ui,sans-serif;color:#1b2430;background:#f6f7f9}
body{margin:0 auto;max-width:76rem;padding:1rem clamp(1rem,3vw,2.5rem) 4rem}
a{color:#0b4f8a}a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid #0b4f8a;outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;background:#fff;padding:.5rem}
h1{font-size:1.75rem;line-height:1.25;margin:.25rem 0}h2{font-size:1.3rem;margin:2.25rem 0 .5rem}h3{font-size:1rem;margin:1rem 0 .35rem}
header p{margin:.25rem 0}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0}nav a{display:inline-block;padding:.35rem 0}
details{background:#fff;border:1px solid #d5dae1;border-radius:.5rem;margin:.5rem 0;padding:0 1rem}
details[open]{padding-bottom:1rem}
summary{cursor:pointer;padding:.7rem 0;display:flex;flex-wrap:wrap;gap:.35rem .75rem;align-items:baseline}
.what{color:#46515f;flex-basis:100%}
.method{font-weight:700;min-width:4.2rem}.get{color:#0b4f8a}.post,.put,.patch{color:#7a4a00}.delete{color:#a3121f}
code,pre{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.9em;overflow-wrap:anywhere}
pre{background:#fff;border:1px solid #d5dae1;border-radius:.5rem;padding:.75rem;overflow:auto}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{border-top:1px solid #e4e8ed;padding:.35rem .75rem .35rem 0;text-align:left;vertical-align:top;font-weight:400}
thead th{border-top:0;color:#46515f}
.d1{margin-left:1rem}.d2{margin-left:2rem}.d3{margin-left:3rem}.d4{margin-left:4rem}
@media (min-width:60rem){.what{flex-basis:auto}}
`.trim()
