import { Outlet } from '@tanstack/react-router';
import { ChangePassword } from './ChangePassword.tsx';
import { useSession } from './session.ts';

/** Until a password that somebody else chose is changed, the server answers nothing; so nothing is asked of it. */
export function SignedIn() {
  return useSession().mustChangePassword ? <ChangePassword /> : <Outlet />;
}
