/** Stands in until this page is made. */
export default function ArchivePage() {
  return null;
}
