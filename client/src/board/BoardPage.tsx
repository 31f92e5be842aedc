/** Stands in until this page is made. */
export default function BoardPage() {
  return null;
}
