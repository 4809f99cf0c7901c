// What is looked at in each frame of the page: run by tests/integration/browser.rs, findings go into the document.
const bright = ([r, g, b]) => {
  const part = (x) => { x /= 255; return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4; };
  return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
};
const contrast = (a, b) => { const [x, y] = [bright(a), bright(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
const color = (css) => { const n = css.match(/[\d.]+/g).map(Number); return { rgb: n.slice(0, 3), alpha: n.length > 3 ? n[3] : 1 }; };
const over = (top, below) => top.rgb.map((x, i) => x * top.alpha + below[i] * (1 - top.alpha));

function background(element, view) {
  const layers = [];
  for (let at = element; at; at = at.parentElement) layers.push(color(view.getComputedStyle(at).backgroundColor));
  return layers.reduceRight((below, top) => over(top, below), [255, 255, 255]);
}

function words(document, told) {
  const view = document.defaultView;
  const walker = document.createTreeWalker(document.body, 4);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest('title, style') || !element.getClientRects().length) continue;
    const style = view.getComputedStyle(element);
    const inSvg = element.closest('svg');
    const ink = color(inSvg ? style.fill : style.color);
    const circle = element.classList.contains('count') && element.parentElement.querySelector('circle');
    const behind = circle ? color(view.getComputedStyle(circle).fill).rgb : background(inSvg ?? element, view);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const ratio = contrast(over(ink, behind), behind);
    if (ratio < (large ? 3 : 4.5)) told(`contrast ${ratio.toFixed(2)} of “${walker.currentNode.data.trim().slice(0, 30)}”`);
  }
}

function links(document, told) {
  for (const link of document.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href');
    const target = href.startsWith('#') && document.getElementById(href.slice(1));
    if (!target) { told(`${href} leads nowhere`); continue; }
    if (!target.getClientRects().length) told(`${href} leads to what is not shown`);
    if (link.getAttribute('tabindex') !== '-1') {
      link.focus();
      if (document.activeElement !== link) told(`${href} cannot be reached by keyboard`);
    }
    if (!link.classList.contains('place')) continue;
    const where = target.nextElementSibling?.textContent ?? '';
    const file = link.textContent.replace(/, line \d+$/, '');
    if (!where.startsWith(`[${file}, line `)) told(`${link.textContent} leads to ${where || href}`);
    // What is shown beside the link is the sentence to which it leads, or begins in it.
    const shown = (link.closest('blockquote')?.querySelector('p') ?? link.closest('li')?.querySelector('span'))?.textContent ?? '';
    const sentence = target.textContent;
    if (shown !== sentence && !sentence.includes(shown.slice(0, 20))) told(`${link.textContent} leads to “${sentence.slice(0, 40)}”`);
  }
}

function layout(document, width, told) {
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) told(`the page is ${root.scrollWidth} wide`);
  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (box.right > width + 1 && !element.closest('.scroll') && box.width) told(`${element.tagName} ${element.className} ends at ${box.right}`);
    if (box.left < -1 && !element.closest('.scroll')) told(`${element.tagName} begins at ${box.left}`);
  }
  for (const text of document.querySelectorAll('.node')) {
    const [frame, ...lines] = text.children;
    for (const line of lines) {
      if (line.getBoundingClientRect().right > frame.getBoundingClientRect().right) told(`“${line.textContent.trim()}” is wider than its box`);
    }
  }
}

function structure(document, told) {
  let before = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const level = Number(heading.tagName[1]);
    if (level > before + 1) told(`a heading of level ${level} under one of ${before}`);
    if (!heading.textContent.trim()) told(`an empty heading of level ${level}`);
    before = level;
  }
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length) told(`ids that stand twice: ${twice}`);
  const asked = document.defaultView.performance.getEntriesByType('resource');
  if (asked.length) told(`loads ${asked.map((entry) => entry.name)}`);
  if (document.querySelector('script, iframe, object, embed, img:not([src^="data:"])')) told('holds more than words and plots');
}

addEventListener('load', () => {
  const findings = [];
  let links_followed = 0;
  for (const frame of document.querySelectorAll('iframe')) {
    const inside = frame.contentDocument;
    const told = (finding) => findings.push(`${frame.width}: ${finding}`);
    links_followed += inside.links.length;
    layout(inside, Number(frame.width), told);
    links(inside, told);
    words(inside, told);
    structure(inside, told);
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const told = JSON.stringify({ dark, links: links_followed, findings: findings.slice(0, 40) });
  document.body.append(Object.assign(document.createElement('pre'), { id: 'findings', textContent: told }));
});
