import type { Attachment } from "postal-mime";
import { printable } from "./parts.ts";

/** Pictures, appointments, business cards and signatures come with a mail, and are no copy. */
const NO_COPY_TYPE =
  /^(?:image|audio|video|font)\/|^text\/(?:calendar|x-vcard|vcard|directory)$|^application\/(?:ics|(?:x-)?pkcs7-signature|pgp-signature|pgp-keys|x-font\S*)$/iu;
const NO_COPY_NAME =
  /\.(?:ics|vcf|p7s|p7m|asc|sig|png|jpe?g|gif|bmp|webp|svg|heic|tiff?|mp[34]|mov|wav)$/iu;

/** Says whether an attachment is passed over without a word. */
export function isPassedOver({ mimeType, filename }: Attachment): boolean {
  return NO_COPY_TYPE.test(mimeType) || NO_COPY_NAME.test(filename ?? "");
}

const EXTENSION: Readonly<Record<string, string>> = {
  "message/rfc822": "eml",
  "application/pdf": "pdf",
  "application/rtf": "rtf",
  "text/rtf": "rtf",
  "text/html": "html",
  "text/markdown": "md",
  "application/zip": "zip",
  "application/json": "json",
  "application/xml": "xml",
  "text/xml": "xml",
};

/** The name that the sender gave it, without a path; a number and its kind where they gave none. */
export function nameOfAttachment({ filename, mimeType }: Attachment, index: number): string {
  const base = (filename ?? "").replace(/^.*[/\\]/u, "").trim();
  if (base !== "") return printable(base);
  return `attachment-${index + 1}.${EXTENSION[mimeType] ?? "txt"}`;
}

export function bytesOfAttachment({ content }: Attachment): Uint8Array {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
