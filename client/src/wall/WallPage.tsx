/** Stands in until this page is made. */
export default function WallPage() {
  return null;
}
