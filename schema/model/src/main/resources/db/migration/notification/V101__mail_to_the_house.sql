-- People of the house are written to as well: such a mail belongs to no customer.
alter table notification.outgoing_mail alter column account_id drop not null;
alter table notification.outgoing_mail alter column contact_id drop not null;
