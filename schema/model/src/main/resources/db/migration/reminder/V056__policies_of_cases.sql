-- How people are reminded of what a case asks of them. Whoever may send somebody hears of a milestone at risk from the
-- notification already; here its owner does, and those above him if nobody takes care.
insert into reminder.policy (code, name_zh, name_en, calendar_code, remind_on_arrival, before_minutes, before_percent, escalate_after_minutes,
    escalate_every_minutes, escalation_role, arrival_channels, before_channels, escalation_channels, quiet_from, quiet_until) values
  ('MILESTONE', '服务时限有风险', 'Milestone at risk', 'ALWAYS', true, 15, null, 0, 60, 'SERVICE_MANAGER',
    '{INBOX}', '{INBOX,MAIL}', '{INBOX,MAIL,WEBHOOK}', '21:00', '08:00'),
  ('QUOTE', '报价', 'Quote', 'CN-5x9', true, 60, null, 0, 120, 'SERVICE_MANAGER',
    '{INBOX}', '{INBOX,MAIL}', '{INBOX,MAIL,WEBHOOK}', '21:00', '08:00');
