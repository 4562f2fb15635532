type Imports = WebAssembly.Imports;
type Receive = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/** The Emscripten option that gives its glue a module that is compiled already. */
export function instantiateWith(module: WebAssembly.Module) {
  return {
    instantiateWasm(imports: Imports, receive: Receive): Record<string, never> {
      WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module));
      return {}; // "the exports will come"
    },
  };
}
