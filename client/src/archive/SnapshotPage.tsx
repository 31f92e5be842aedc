/** Stands in until this page is made. */
export default function SnapshotPage({ id }: { readonly id: string }) {
  return id;
}
