/** Stands in until this page is made. */
export default function SnapshotPage() {
  return null;
}
