// The parts of Leaflet 1.9's renderer that its subclasses implement or read, which @types/leaflet leaves out.
import 'leaflet';

declare module 'leaflet' {
  interface Renderer {
    _bounds: Bounds;
    _container: HTMLElement | undefined;
    _map: Map & { _animatingZoom: boolean };
    _update(): void;
  }
}
