/** Who is signed in and what he may do. Buttons ask `permissions`; records bring their own `actions`. */
export interface Session {
  userId: string;
  userName: string;
  displayName: string;
  language: string;
  permissions: string[];
  roles: string[];
  orgUnit: { nameZh: string; nameEn: string; path: string };
  mustChangePassword: boolean;
}

export interface DemoAccount {
  userName: string;
  password: string;
  displayName: string;
  role: string;
  note?: string;
}

export interface SignInOptions {
  version: string;
  demoAccounts: DemoAccount[];
}
