/** The buttons above what is selected: what one does most, and the rest behind "Meer". */
import type { ScreenRect } from '@ruimte/shared/geometry';
import { Copy, Ellipsis, Group, MoveRight, Pencil, Spline, Trash2 } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { arrangingTexts } from '../i18n/arranging.ts';
import { useText } from '../i18n/use-text.ts';
import { IconButton } from '../ui/Button.tsx';
import type { NoteCommand } from './note-commands.ts';

interface NoteToolbarProps {
  /** Where the selection is on screen. */
  readonly box: ScreenRect;
  readonly notes: number;
  readonly commands: readonly NoteCommand[];
  /** @param at - css pixels from the corner of the board's element. */
  readonly onMore: (at: { readonly x: number; readonly y: number }) => void;
}

const ICONS: Partial<Record<NoteCommand['name'], ReactNode>> = {
  giveDot: <i className="dot-icon" />,
  takeDot: <i className="dot-icon" data-open="" />,
  edit: <Pencil size={18} aria-hidden="true" />,
  move: <MoveRight size={18} aria-hidden="true" />,
  link: <Spline size={18} aria-hidden="true" />,
  group: <Group size={18} aria-hidden="true" />,
  copy: <Copy size={18} aria-hidden="true" />,
  remove: <Trash2 size={18} aria-hidden="true" />,
};
const AWAY_PX = 8;

/** 8 px above the selection, below it where there is no room, never outside the view. */
export function NoteToolbar({ box, notes, commands, onMore }: NoteToolbarProps) {
  const text = useText(arrangingTexts);
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bar.current;
    const place = element?.offsetParent;
    if (!element || !place) return;
    const { offsetWidth: w, offsetHeight: h } = element;
    const above = box.y - h - AWAY_PX;
    const below = box.y + box.h + AWAY_PX;
    const y = above >= AWAY_PX ? above : Math.min(below, place.clientHeight - h - AWAY_PX);
    const x = box.x + box.w / 2 - w / 2;
    element.style.left = `${Math.max(AWAY_PX, Math.min(x, place.clientWidth - w - AWAY_PX))}px`;
    element.style.top = `${Math.max(AWAY_PX, y)}px`;
  });
  return (
    <div
      ref={bar}
      className="note-toolbar"
      role="toolbar"
      aria-label={notes === 1 ? text.toolbar : text.toolbarMany(notes)}
    >
      {commands.flatMap((command) => {
        const icon = ICONS[command.name];
        if (icon === undefined) return [];
        return (
          <IconButton
            key={command.name}
            label={command.why === undefined ? command.label : `${command.label}: ${command.why}`}
            aria-disabled={command.why !== undefined || undefined}
            onClick={() => command.why === undefined && command.run()}
          >
            {icon}
          </IconButton>
        );
      })}
      <IconButton
        label={text.actions.more}
        aria-haspopup="menu"
        onClick={() => onMore({ x: bar.current?.offsetLeft ?? 0, y: (bar.current?.offsetTop ?? 0) + 48 })}
      >
        <Ellipsis size={18} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
