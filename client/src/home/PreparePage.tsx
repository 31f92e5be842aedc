/** Stands in until this page is made. */
export default function PreparePage({ id }: { readonly id?: string }) {
  return id;
}
