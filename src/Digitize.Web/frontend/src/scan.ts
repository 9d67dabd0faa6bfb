import OpenSeadragon from "openseadragon";
import type { Line } from "./lines";

const svgNamespace = "http://www.w3.org/2000/svg";
const zoomStep = 1.5;

export interface Scan {
  onChosen: (index: number) => void;
  choose(index: number, bringIntoView: boolean): void;
  zoom(how: string): void;
}

/** The viewer adds a style element, which our policy refuses, unless it finds one; this one is of no namespace and inert. */
function keepViewerFromInliningStyle(): void {
  document.head.appendChild(document.createElementNS(null, "style")).setAttribute("data-openseadragon-mobile-css", "");
}

/** The page's image with the lines drawn over it. */
export function openScan(element: HTMLElement, lines: readonly Line[]): Scan {
  const imageWidth = Number(element.dataset.width);
  keepViewerFromInliningStyle();
  const viewer = OpenSeadragon({
    element,
    tileSources: element.dataset.viewer ?? "",
    drawer: "canvas",
    showNavigationControl: false,
    animationTime: window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 0.4,
    visibilityRatio: 0.5,
    maxZoomPixelRatio: 3,
    gestureSettingsMouse: { clickToZoom: false },
    gestureSettingsTouch: { clickToZoom: false, dblClickToZoom: true },
  });
  // Focusable and moved by its own keys: only this role says so and may carry a name.
  viewer.canvas.setAttribute("role", "application");
  viewer.canvas.setAttribute("aria-label", element.parentElement?.ariaLabel ?? "");

  const overlay = document.createElementNS(svgNamespace, "svg");
  overlay.classList.add("overlay");
  overlay.setAttribute("aria-hidden", "true");
  const plane = overlay.appendChild(document.createElementNS(svgNamespace, "g"));
  const boxes = lines.map((line) => {
    const box = plane.appendChild(document.createElementNS(svgNamespace, "rect"));
    box.setAttribute("x", String(line.x));
    box.setAttribute("y", String(line.y));
    box.setAttribute("width", String(line.width));
    box.setAttribute("height", String(line.height));
    box.classList.add("box", line.band);
    return box;
  });
  viewer.canvas.appendChild(overlay);

  const place = (): void => {
    const origin = viewer.viewport.pixelFromPoint(new OpenSeadragon.Point(0, 0), true);
    const scale = (viewer.viewport.getContainerSize().x * viewer.viewport.getZoom(true)) / imageWidth;
    plane.setAttribute("transform", `translate(${origin.x} ${origin.y}) scale(${scale})`);
  };
  viewer.addHandler("open", place);
  viewer.addHandler("update-viewport", place);
  viewer.addHandler("resize", place);

  let chosen = -1;
  const scan: Scan = {
    onChosen: () => {},
    choose(index, bringIntoView) {
      boxes[chosen]?.classList.remove("chosen");
      chosen = index;
      boxes[index]?.classList.add("chosen");
      const line = lines[index];
      if (line && bringIntoView && viewer.isOpen()) {
        const view = viewer.viewport.getBounds();
        const centre = viewer.viewport.imageToViewportCoordinates(line.x + line.width / 2, line.y + line.height / 2);
        if (!view.containsPoint(centre)) {
          viewer.viewport.panTo(centre);
        }
      }
    },
    zoom(how) {
      if (how === "home") {
        viewer.viewport.goHome();
      } else {
        viewer.viewport.zoomBy(how === "in" ? zoomStep : 1 / zoomStep);
        viewer.viewport.applyConstraints();
      }
    },
  };

  // The overlay lets every pointer through, so dragging and pinching stay the viewer's.
  viewer.addHandler("canvas-click", (event) => {
    if (!event.quick) {
      return;
    }

    const at = viewer.viewport.viewerElementToImageCoordinates(event.position);
    const hit = lines.findIndex((line) =>
      at.x >= line.x && at.x <= line.x + line.width && at.y >= line.y && at.y <= line.y + line.height);
    if (hit >= 0) {
      scan.onChosen(hit);
    }
  });
  return scan;
}
