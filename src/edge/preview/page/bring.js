import { ClientError } from "./client.js";

/** @typedef {{ stage: string, rule: string } | null} Became `null`: nobody has read it yet */

/**
 * Where a file lies now, and how it came there; or what is there already under its name: then nothing was written.
 * @typedef {{ path: string, did: "put" | "same" | "replaced" } | { there: There }} Brought
 * @typedef {{ path: string, mark: string }} There
 */

/** What is to be done where one is there: it is that one's new version, or another story. @typedef {{ replace: string } | "another" | null} IfThere */

/**
 * @param {File} file
 * @param {IfThere} ifThere
 * @param {(share: number) => void} onProgress
 * @returns {Promise<Brought>}
 */
export function bringFile(file, ifThere, onProgress) {
  return send({ name: file.name, ...queryOf(ifThere) }, file, onProgress);
}

/**
 * @param {string} text
 * @param {IfThere} ifThere
 * @returns {Promise<Brought>}
 */
export function bringText(text, ifThere) {
  return send(queryOf(ifThere), new Blob([text]));
}

/**
 * Puts a mended version in the place of a file in quarantine.
 * @param {string} path
 * @param {File} file
 * @returns {Promise<Brought>}
 */
export function bringMended(path, file) {
  return send({ mends: path, name: file.name }, file);
}

/**
 * @param {IfThere} ifThere
 * @returns {Record<string, string>}
 */
function queryOf(ifThere) {
  if (ifThere === null) return {};
  return ifThere === "another" ? { another: "" } : ifThere;
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
 * @param {Record<string, string>} query
 * @param {Blob} body
 * @param {(share: number) => void} [onProgress]
 * @returns {Promise<Brought>}
 */
function send(query, body, onProgress = () => undefined) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/drop?${new URLSearchParams(query)}`);
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
