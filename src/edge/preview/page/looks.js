import { byId, listening } from "./dom.js";
import { faceNamed, keepFace, theme, turnTheme } from "./settings.js";

/** @typedef {import("./client.js").FaceName} FaceName */

/**
 * The choice among the faces of messages.
 * @param {FaceName} face
 * @param {(face: FaceName) => void} onTurn
 */
export function startFaces(face, onTurn) {
  keepFace(face);
  const faces = byId("faces", HTMLElement);
  for (const choice of faces.querySelectorAll("input")) choice.checked = choice.value === face;
  listening(faces, {
    change: ({ target }) => {
      const chosen = faceNamed(target instanceof HTMLInputElement ? target.value : null);
      keepFace(chosen);
      onTurn(chosen);
    },
  });
}

/** The button that turns light into dark. */
export function startTheme() {
  const button = byId("theme", HTMLButtonElement);
  const draw = () => {
    button.title = `Switch to ${theme() === "dark" ? "light" : "dark"} colours`;
    button.setAttribute("aria-label", button.title);
  };
  listening(button, {
    click: () => {
      turnTheme();
      draw();
    },
  });
  listening(matchMedia("(prefers-color-scheme: dark)"), { change: draw });
  draw();
}
