select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'listings', (
    select json_build_object('nodes', coalesce(json_agg(page$4."j$0" order by page$4."k$0", page$4."k$1"), '[]'))
    from (
      select listing$3."case_number" as "k$0", listing$3.id as "k$1", (
        select row_to_json(record$7)
        from (
          select listing$3."case_number" as "caseNumber", listing$3."grounds" as "grounds", listing$3."performance" as "performance", listing$3."obligation" as "obligation", listing$3."basis_number" as "basisNumber", listing$3."legal_representative" as "legalRepresentative", (
            select (
              select row_to_json(record$6)
              from (
                select subject$5."name" as "name") record$6)
            from "subject" subject$5
            where subject$5."id" = listing$3."subject_id"
            limit 1) as "subject") record$7) as "j$0"
      from "listing" listing$3
      where listing$3."subject_id" = subject$1."id" and (listing$3."kind" in ('SX') and (((listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((listing$3."kind" = 'SX')) and true
      order by "k$0", "k$1"
      limit 20) page$4 having true))
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))
