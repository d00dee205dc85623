select json_build_object('searchSubjects', (
  select coalesce(json_agg(match$3.match order by match$3.place), '[]')
  from (
    select json_build_object('score', found$1.score, 'subject', (
      select case when subject$2."kind" in ('ENTERPRISE') then json_build_object('__typename', values$4."v$0", 'name', values$4."v$1", 'enterpriseKind', values$4."v$2") when subject$2."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('__typename', values$4."v$0", 'name', values$4."v$1") end
      from (
        select case when subject$2."kind" in ('ENTERPRISE') then 'Enterprise' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$2."name" as "v$1", subject$2."enterprise_kind" as "v$2" offset 0) values$4)) as match, found$1.place
    from find_organisations($1::text) found$1 join subject subject$2 on subject$2.id = found$1.id
    where subject$2.merged_into is null and ((subject$2."kind" in ('ENTERPRISE') and (((subject$2.id = coalesce((
      select alias$5.current_id
      from subject_alias alias$5
      where alias$5.old_id = $2::uuid), $2::uuid))))) or (subject$2."kind" in ('GOVERNMENT_BODY') and (((subject$2.id = coalesce((
      select alias$6.current_id
      from subject_alias alias$6
      where alias$6.old_id = $2::uuid), $2::uuid))))) or (subject$2."kind" in ('OTHER_ORGANISATION') and (((subject$2.id = coalesce((
      select alias$7.current_id
      from subject_alias alias$7
      where alias$7.old_id = $2::uuid), $2::uuid))))))
    order by found$1.place
    limit $3::integer) match$3))
