select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'accesses', (
    select json_build_object('nodes', coalesce(json_agg(page$5."j$0" order by page$5."k$0"), '[]'))
    from (
      select subject_access$4.position as "k$0", (
        select row_to_json(record$8)
        from (
          select subject_access$4."at" as "at", subject_access$4."agency_code" as "agencyCode", subject_access$4."purpose" as "purpose", (
            select (
              select row_to_json(record$7)
              from (
                select access_entry$6."officer" as "officer", access_entry$6."decision" as "decision") record$7)
            from "access_entry" access_entry$6
            where access_entry$6."position" = subject_access$4."position"
            limit 1) as "entry") record$8) as "j$0"
      from "subject_access" subject_access$4
      where subject_access$4."subject_id" = subject$1."id" and true
      order by "k$0" desc
      limit 20) page$5 having true))
  from "subject" subject$1
  where subject$1.id = (
    select coalesce(alias$3.current_id, identifier$2.subject_id)
    from subject_identifier identifier$2 left join subject_alias alias$3 on alias$3.old_id = identifier$2.subject_id
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))
