/** The field for the name of the group that is being made. */
export const GROUP_NAME = 'pick-group-name';

/** Pressed again, the key that began the group leads to its name. @returns false when no group is being made. */
export function focusGroupName(): boolean {
  const field = document.getElementById(GROUP_NAME);
  field?.focus();
  return field !== null;
}
