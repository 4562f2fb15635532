/** Shows the group that the explorer sends in the stepper below it. */
export function wireTensor(root: HTMLElement): void {
  const place = root.querySelector<HTMLElement>('.sent');
  const stepper = place?.querySelector('groupwise-stepper');
  if (!place || !stepper) return;
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
