// What the shell says by itself: jobs on their way, changes from elsewhere, a choice in the menu, files dropped.
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import { getCurrentWindow } from '@tauri-apps/api/window';
import { announce } from './changes';
import type { JobProgressDto } from './generated/JobProgressDto';

type Stop = () => void;

/** Events and files dropped are re-announced or handed on; call the result to stop listening. */
export async function listenToShell(handlers: {
  job: (progress: JobProgressDto) => void;
  menu: (command: string) => void;
  drop: (paths: string[]) => void;
  dragging: (over: boolean) => void;
}): Promise<Stop> {
  const stops = await Promise.all([
    listen<string[]>('changed', ({ payload }) => announce(payload)),
    listen<string>('menu', ({ payload }) => handlers.menu(payload)),
    listen<JobProgressDto>('job', ({ payload }) => {
      announce(payload.changed);
      handlers.job(payload);
    }),
    getCurrentWebview().onDragDropEvent(({ payload }) => {
      handlers.dragging(payload.type === 'enter' || payload.type === 'over');
      if (payload.type === 'drop') handlers.drop(payload.paths);
    }),
  ]);
  return () => stops.forEach((stop) => stop());
}

/** The title of the window, as the task bar shows it. */
export async function setWindowTitle(title: string): Promise<void> {
  document.title = title;
  await getCurrentWindow()
    .setTitle(title)
    .catch(() => undefined);
}
