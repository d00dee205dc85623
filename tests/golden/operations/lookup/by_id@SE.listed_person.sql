select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'id', subject$1."id"::text, '__typename', case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end, 'name', subject$1."name", 'kind', subject$1."kind")
  from "subject" subject$1
  where subject$1."id" = coalesce((
    select alias$2.current_id
    from subject_alias alias$2
    where alias$2.old_id = $1::uuid), $1::uuid) and subject$1.merged_into is null and ((subject$1."kind" in ('NATURAL_PERSON') and (((subject$1.id = coalesce((
    select alias$3.current_id
    from subject_alias alias$3
    where alias$3.old_id = $2::uuid), $2::uuid))))) or (subject$1."kind" in ('ENTERPRISE') and (((subject$1.id = coalesce((
    select alias$4.current_id
    from subject_alias alias$4
    where alias$4.old_id = $2::uuid), $2::uuid))))) or (subject$1."kind" in ('GOVERNMENT_BODY') and (((subject$1.id = coalesce((
    select alias$5.current_id
    from subject_alias alias$5
    where alias$5.old_id = $2::uuid), $2::uuid))))) or (subject$1."kind" in ('OTHER_ORGANISATION') and (((subject$1.id = coalesce((
    select alias$6.current_id
    from subject_alias alias$6
    where alias$6.old_id = $2::uuid), $2::uuid))))))
  limit 1))
