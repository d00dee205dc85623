select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'id', subject$1."id"::text, '__typename', case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end, 'name', subject$1."name", 'kind', subject$1."kind")
  from "subject" subject$1
  where subject$1."id" = coalesce((
    select alias$2.current_id
    from subject_alias alias$2
    where alias$2.old_id = $1::uuid), $1::uuid) and subject$1.merged_into is null and ((subject$1."kind" in ('NATURAL_PERSON') and (exists (
    select
    from "enforcement_case" known$4
    where known$4."subject_id" = subject$1.id offset 0) or exists (
    select
    from "terminated_case" known$5
    where known$5."subject_id" = subject$1.id offset 0) or exists (
    select
    from "performance_certificate" known$6
    where known$6."subject_id" = subject$1.id offset 0) or exists (
    select
    from "honest_listing" known$7
    where known$7."subject_id" = subject$1.id offset 0) or exists (
    select
    from "listing" known$3
    where known$3."subject_id" = subject$1.id and (known$3."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (known$3."kind" in ('SERIOUS_DISHONESTY') and (((known$3.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((known$3.state in ('REMOVED', 'REVOKED') or (known$3.state = 'PUBLISHED' and not (known$3.state = 'PUBLISHED' and (known$3.term_ends_on is null or known$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) offset 0))) or subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
  limit 1))
