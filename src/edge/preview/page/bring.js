import { ClientError } from "./client.js";

/** @typedef {{ stage: string, rule: string } | null} Became `null`: nobody has read it yet */

/**
 * @param {File} file
 * @param {(share: number) => void} onProgress
 */
export function bringFile(file, onProgress) {
  return send(`/api/drop?name=${encodeURIComponent(file.name)}`, file, onProgress);
}

/** @param {string} text */
export function bringText(text) {
  return send("/api/drop", new Blob([text]));
}

/**
 * @param {string} path
 * @returns {Promise<Became>}
 */
export async function becameOf(path) {
  const response = await fetch(`/api/drop?path=${encodeURIComponent(path)}`);
  return response.ok ? (await response.json()).became : null;
}

/**
 * Only XMLHttpRequest tells how much has been sent.
 * @param {string} path
 * @param {Blob} body
 * @param {(share: number) => void} [onProgress]
 * @returns {Promise<{ path: string }>}
 */
function send(path, body, onProgress = () => undefined) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.responseType = "json";
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    request.onload = () => {
      if (request.status === 200 && request.response !== null) resolve(request.response);
      else reject(new ClientError(request.response?.error ?? UNREADABLE));
    };
    // A folder cannot be sent, and fails here.
    request.onerror = () => reject(new ClientError(UNSENT));
    request.send(body);
  });
}

const UNREADABLE = "Copydesk gave an answer that this page cannot read.";
const UNSENT =
  "It could not be sent: Copydesk may have been stopped, or this is a folder; drop the files in it.";
