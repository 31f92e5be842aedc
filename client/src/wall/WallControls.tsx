/** The few things to set on the wall itself, quiet in a corner. */
import { Bell, BellOff, Maximize, Moon, Sun } from 'lucide-react';
import { useEffect, useState } from 'react';
import { boardTexts } from '../i18n/board.ts';
import { useText } from '../i18n/use-text.ts';
import { wallTexts } from '../i18n/wall.ts';
import { bellWanted, setBell } from '../meetup/bell.ts';
import { IconButton } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { toggleFullScreen, toggleTheme, wallTheme } from './wall-theme.ts';

/** How long they stay after the mouse last moved. */
const SHOWN_MS = 3_000;

/** True for a while after the mouse moved. */
function usePointerNear(): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function onMove(): void {
      setNear(true);
      clearTimeout(timer);
      timer = setTimeout(() => setNear(false), SHOWN_MS);
    }
    document.addEventListener('pointermove', onMove);
    return () => {
      document.removeEventListener('pointermove', onMove);
      clearTimeout(timer);
    };
  }, []);
  return near;
}

/** Theme (D), full screen (F) and the bell. */
export function WallControls() {
  const text = useText(wallTexts);
  const { sound } = useText(boardTexts).turn;
  const dark = useReadable(wallTheme) === 'dark';
  const bell = useReadable(bellWanted);
  const near = usePointerNear();
  return (
    <div className="wall-controls" data-shown={near || undefined} role="group" aria-label={text.controls}>
      <IconButton label={sound} pressed={bell} onClick={() => setBell(!bell)}>
        {bell ? <Bell size={20} aria-hidden="true" /> : <BellOff size={20} aria-hidden="true" />}
      </IconButton>
      <IconButton label={`${dark ? text.light : text.dark} (D)`} onClick={toggleTheme}>
        {dark ? <Sun size={20} aria-hidden="true" /> : <Moon size={20} aria-hidden="true" />}
      </IconButton>
      <IconButton label={`${text.fullScreen} (F)`} onClick={toggleFullScreen}>
        <Maximize size={20} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
