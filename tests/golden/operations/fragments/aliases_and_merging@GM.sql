select row_to_json(answer$)
from (
  select (
    select (
      select row_to_json(object$18)
      from (
        select subject$1."name" as "n", (
          select row_to_json(connection$17)
          from (
            select (
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
                where rule$9.id = listing$3.subject_id and rule$9.kind = 'GOVERNMENT_BODY'))))))) as "totalCount", (
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
                where rule$16.id = listing$10.subject_id and rule$16.kind = 'GOVERNMENT_BODY'))))))) as "again") connection$17) as "listings", subject$1."credit_code" as "creditCode") object$18)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
    limit 1) as "first", (
    select (
      select row_to_json(object$29)
      from (
        select subject$19."name" as "n", (
          select row_to_json(connection$28)
          from (
            select (
              select count(*)
              from "listing" listing$21
              where listing$21."subject_id" = subject$19."id" and ((listing$21."kind" in ('SX') and (((listing$21.state = 'PUBLISHED' and (listing$21.term_ends_on is null or listing$21.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$21.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                select
                from subject rule$22
                where rule$22.id = listing$21.subject_id and rule$22.kind = 'GOVERNMENT_BODY'))) or (((listing$21.state in ('REMOVED', 'REVOKED') or (listing$21.state = 'PUBLISHED' and not (listing$21.state = 'PUBLISHED' and (listing$21.term_ends_on is null or listing$21.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                select
                from subject rule$23
                where rule$23.id = listing$21.subject_id and rule$23.kind = 'GOVERNMENT_BODY'))))) or (listing$21."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$21.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                select
                from subject rule$24
                where rule$24.id = listing$21.subject_id and rule$24.kind = 'GOVERNMENT_BODY'))) or (((listing$21.state in ('REMOVED', 'REVOKED') or (listing$21.state = 'PUBLISHED' and not (listing$21.state = 'PUBLISHED' and (listing$21.term_ends_on is null or listing$21.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                select
                from subject rule$25
                where rule$25.id = listing$21.subject_id and rule$25.kind = 'GOVERNMENT_BODY'))))) or (listing$21."kind" in ('SERIOUS_DISHONESTY') and (((listing$21.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                select
                from subject rule$26
                where rule$26.id = listing$21.subject_id and rule$26.kind = 'GOVERNMENT_BODY'))) or (((listing$21.state in ('REMOVED', 'REVOKED') or (listing$21.state = 'PUBLISHED' and not (listing$21.state = 'PUBLISHED' and (listing$21.term_ends_on is null or listing$21.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                select
                from subject rule$27
                where rule$27.id = listing$21.subject_id and rule$27.kind = 'GOVERNMENT_BODY'))))))) as "totalCount") connection$28) as "listings") object$29)
    from "subject" subject$19
    where subject$19.id = (
      select identifier$20.subject_id
      from subject_identifier identifier$20
      where identifier$20.kind = 'CREDIT_CODE' and identifier$20.value = $2::text) and subject$19."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
    limit 1) as "second", 'Query'::text as "__typename") answer$
