select json_build_object('subject', (
  select json_build_object('id', subject$1."id"::text, '__typename', case when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end, 'name', subject$1."name", 'kind', subject$1."kind")
  from "subject" subject$1
  where subject$1."id" = coalesce((
    select alias$2.current_id
    from subject_alias alias$2
    where alias$2.old_id = $1::uuid), $1::uuid) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))
