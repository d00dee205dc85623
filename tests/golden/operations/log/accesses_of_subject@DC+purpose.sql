select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'accesses', (
    select json_build_object('nodes', coalesce(json_agg(page$4."j$0" order by page$4."k$0"), '[]'))
    from (
      select subject_access$3.position as "k$0", (
        select row_to_json(record$7)
        from (
          select subject_access$3."at" as "at", subject_access$3."agency_code" as "agencyCode", subject_access$3."purpose" as "purpose", (
            select (
              select row_to_json(record$6)
              from (
                select access_entry$5."officer" as "officer", access_entry$5."decision" as "decision") record$6)
            from "access_entry" access_entry$5
            where access_entry$5."position" = subject_access$3."position"
            limit 1) as "entry") record$7) as "j$0"
      from "subject_access" subject_access$3
      where subject_access$3."subject_id" = subject$1."id" and true
      order by "k$0" desc
      limit 20) page$4 having true))
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))
