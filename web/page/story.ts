import { html, render } from 'lit';
import { sharedQuantizer } from '../elements/state/quantizer-element.ts';
import { loadFor, loadLight, loadWhenNear } from './elements.ts';
import { footer, type Runs, whatRuns } from './footer.ts';
import { header } from './header.ts';
import { linkNotice } from './notice.ts';
import { SECTIONS } from './sections/index.ts';
import { sectionTemplate } from './sections/section.ts';
import { PageShare } from './share/share.ts';
import { syncUrl } from './url/sync.ts';
import { wireTensor } from './wire-tensor.ts';

/** The page is laid out when it can be laid out for good; if the quantizer takes its time, without it. */
const PATIENCE_MS = 400;

export async function showStory(): Promise<void> {
  const root = document.createElement('div');
  root.className = 'page';
  document.body.append(root);
  let problems: readonly string[] = [];
  let runs: Runs | null = null;
  const show = (): void => {
    render(
      html`${header()} ${linkNotice(problems)}
        <main>${SECTIONS.map((section, index) => sectionTemplate(section, index + 1))}</main>
        ${footer(runs)}`,
      root,
    );
  };

  void whatRuns().then((what) => {
    runs = what;
    show();
  });
  await Promise.race([
    sharedQuantizer().catch(() => undefined),
    new Promise((done) => setTimeout(done, PATIENCE_MS)),
  ]);
  if (!customElements.get('page-share')) customElements.define('page-share', PageShare);
  show();
  await syncUrl({
    root,
    load: loadFor,
    laidOut: loadLight().then(nextFrame),
    report: (texts) => {
      problems = texts;
      show();
    },
  });
  loadWhenNear(root);
  wireTensor(root);
}

function nextFrame(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => done()));
}
