select json_build_object('first', (
  select json_build_object('n', subject$1."name", 'listings', json_build_object('totalCount', (
    select count(*)
    from "listing" listing$3
    where listing$3."subject_id" = subject$1."id" and ((listing$3."kind" in ('SX') and (((listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$3.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$4
      where rule$4.id = listing$3.subject_id and rule$4.kind = 'GOVERNMENT_BODY'))) or (((listing$3.state in ('REMOVED', 'REVOKED') or (listing$3.state = 'PUBLISHED' and not (listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$5
      where rule$5.id = listing$3.subject_id and rule$5.kind = 'GOVERNMENT_BODY'))))) or (listing$3."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$3.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$6
      where rule$6.id = listing$3.subject_id and rule$6.kind = 'GOVERNMENT_BODY'))) or (((listing$3.state in ('REMOVED', 'REVOKED') or (listing$3.state = 'PUBLISHED' and not (listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$7
      where rule$7.id = listing$3.subject_id and rule$7.kind = 'GOVERNMENT_BODY'))))) or (listing$3."kind" in ('SERIOUS_DISHONESTY') and (((listing$3.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$8
      where rule$8.id = listing$3.subject_id and rule$8.kind = 'GOVERNMENT_BODY'))) or (((listing$3.state in ('REMOVED', 'REVOKED') or (listing$3.state = 'PUBLISHED' and not (listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$9
      where rule$9.id = listing$3.subject_id and rule$9.kind = 'GOVERNMENT_BODY'))))))), 'again', (
    select count(*)
    from "listing" listing$10
    where listing$10."subject_id" = subject$1."id" and ((listing$10."kind" in ('SX') and (((listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$11
      where rule$11.id = listing$10.subject_id and rule$11.kind = 'GOVERNMENT_BODY'))) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$12
      where rule$12.id = listing$10.subject_id and rule$12.kind = 'GOVERNMENT_BODY'))))) or (listing$10."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$13
      where rule$13.id = listing$10.subject_id and rule$13.kind = 'GOVERNMENT_BODY'))) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$14
      where rule$14.id = listing$10.subject_id and rule$14.kind = 'GOVERNMENT_BODY'))))) or (listing$10."kind" in ('SERIOUS_DISHONESTY') and (((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$15
      where rule$15.id = listing$10.subject_id and rule$15.kind = 'GOVERNMENT_BODY'))) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$16
      where rule$16.id = listing$10.subject_id and rule$16.kind = 'GOVERNMENT_BODY')))))))), 'creditCode', subject$1."credit_code")
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1), 'second', (
  select json_build_object('n', subject$17."name", 'listings', json_build_object('totalCount', (
    select count(*)
    from "listing" listing$19
    where listing$19."subject_id" = subject$17."id" and ((listing$19."kind" in ('SX') and (((listing$19.state = 'PUBLISHED' and (listing$19.term_ends_on is null or listing$19.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$19.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$20
      where rule$20.id = listing$19.subject_id and rule$20.kind = 'GOVERNMENT_BODY'))) or (((listing$19.state in ('REMOVED', 'REVOKED') or (listing$19.state = 'PUBLISHED' and not (listing$19.state = 'PUBLISHED' and (listing$19.term_ends_on is null or listing$19.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$21
      where rule$21.id = listing$19.subject_id and rule$21.kind = 'GOVERNMENT_BODY'))))) or (listing$19."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$19.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$22
      where rule$22.id = listing$19.subject_id and rule$22.kind = 'GOVERNMENT_BODY'))) or (((listing$19.state in ('REMOVED', 'REVOKED') or (listing$19.state = 'PUBLISHED' and not (listing$19.state = 'PUBLISHED' and (listing$19.term_ends_on is null or listing$19.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$23
      where rule$23.id = listing$19.subject_id and rule$23.kind = 'GOVERNMENT_BODY'))))) or (listing$19."kind" in ('SERIOUS_DISHONESTY') and (((listing$19.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$24
      where rule$24.id = listing$19.subject_id and rule$24.kind = 'GOVERNMENT_BODY'))) or (((listing$19.state in ('REMOVED', 'REVOKED') or (listing$19.state = 'PUBLISHED' and not (listing$19.state = 'PUBLISHED' and (listing$19.term_ends_on is null or listing$19.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$25
      where rule$25.id = listing$19.subject_id and rule$25.kind = 'GOVERNMENT_BODY')))))))))
  from "subject" subject$17
  where subject$17.id = (
    select identifier$18.subject_id
    from subject_identifier identifier$18
    where identifier$18.kind = 'CREDIT_CODE' and identifier$18.value = $2::text) and subject$17."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1), '__typename', 'Query'::text)
