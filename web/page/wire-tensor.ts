/** Shows the group that the explorer sends in the stepper below it. */
export function wireTensor(root: HTMLElement): void {
  const place = root.querySelector<HTMLElement>('.sent');
  const stepper = place?.querySelector('groupwise-stepper');
  if (!place || !stepper) return;
  dropAnywhere(root);
  root.addEventListener('groupwise-group', (event) => {
    const { title, attributes } = event.detail;
    for (const [name, text] of Object.entries(attributes)) {
      if (text === null) stepper.removeAttribute(name);
      else stepper.setAttribute(name, text);
    }
    const heading = place.querySelector('h3');
    if (heading) heading.textContent = title;
    place.hidden = false;
    place.scrollIntoView({ block: 'start', behavior: 'smooth' });
  });
}

/** A file that misses the drop zone would replace the page; the explorer takes it instead. */
function dropAnywhere(root: HTMLElement): void {
  const explorer = root.querySelector('groupwise-explorer');
  window.addEventListener('dragover', (event) => event.preventDefault());
  window.addEventListener('drop', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const file = event.dataTransfer?.files.item(0);
    if (!file || !explorer) return;
    explorer.scrollIntoView({ block: 'start' });
    void explorer.open(file, file.name);
  });
}
