import { html, type TemplateResult } from 'lit';

export interface DropZoneView {
  readonly over: boolean;
  readonly setOver: (over: boolean) => void;
  readonly open: (file: File) => void;
}

/** Takes a file that is dropped or chosen. */
export function dropZone({ over, setOver, open }: DropZoneView): TemplateResult {
  const take = (files: FileList | null | undefined): void => {
    const file = files?.item(0);
    if (file) open(file);
  };
  return html`<div
    class="drop-zone ${over ? 'over' : ''}"
    part="drop-zone"
    @dragover=${(event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    }}
    @dragleave=${() => setOver(false)}
    @drop=${(event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer?.files);
    }}
  >
    <label class="choose">
      <input
        type="file"
        accept=".safetensors,.npy"
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          take(input.files);
          input.value = '';
        }}
      />
      <span>Choose a file</span>
    </label>
    <span>or drop a <code>.safetensors</code> or <code>.npy</code> file here. It is not sent anywhere.</span>
  </div>`;
}
