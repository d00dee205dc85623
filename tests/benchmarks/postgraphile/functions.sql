-- PostGraphile has no look-up by many codes of its own; this is the way that its documentation shows.
create or replace function subjects_by_codes(codes text[]) returns setof subject language sql stable
as $$ select * from subject where credit_code = any(codes) $$;
