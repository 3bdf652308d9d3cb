import { bundle, openBrowser, openPage, startSlideSite } from '../e2e/frame/slide-page.js'
import { realProgramme } from './real-slides.js'
import { slideDocument } from '../../templates/frame/slide-document.js'
const site = await startSlideSite(await bundle('test/e2e/frame/frame-page.ts'))
const browser = await openBrowser()
const page = await openPage(browser, site.url)
const p = await realProgramme(site)
for (const [n,b] of p.files) site.files.set(n,{type:'text/html',body:b})
console.log('bytes', p.urgentHtml.length, (p.urgentHtml.match(/<link[^>]*>/g)??[]).join(' '))
const out = await page.evaluate(async ([html, raw]) => {
  const host = document.getElementById('glass')!
  const res: number[][] = []
  for (let i=0;i<15;i++){
    const t0=performance.now()
    const f=document.createElement('iframe'); f.setAttribute('sandbox','allow-same-origin'); f.style.cssText='width:1920px;height:1080px;border:0;position:absolute'
    f.srcdoc=html!
    const l=new Promise(r=>f.addEventListener('load',r)); host.append(f); await l
    const t1=performance.now()
    const d=f.contentDocument!; void d.body.offsetHeight
    const t2=performance.now()
    await d.fonts.ready
    const t3=performance.now()
    f.remove()
    const m=await window.frame.mountSlide(host,{html:raw!,filesUrl:'/files',width:1920,height:1080})
    const t4=performance.now()
    m.dispose()
    res.push([t1-t0,t2-t1,t3-t2,t4-t3].map(Math.round))
  }
  return res
}, [slideDocument(p.urgentHtml,'/files'), p.urgentHtml] as const)
console.log(out.join('\n')); 
console.log(await page.evaluate(()=>performance.getEntriesByType('resource').length))
await browser.close(); await site.stop()
