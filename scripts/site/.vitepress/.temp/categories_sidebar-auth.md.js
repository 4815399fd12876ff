import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"自定义侧边栏身份校验","description":"企业微信聊天侧边栏页面的身份验证。","frontmatter":{"title":"自定义侧边栏身份校验","description":"企业微信聊天侧边栏页面的身份验证。","layout":"category","view":{"title":"自定义侧边栏身份校验","description":"企业微信聊天侧边栏页面的身份验证。","operations":[{"id":"openAuthSidebarGetAuthInfo","title":"自定义侧边栏Code校验","method":"GET","path":"/open-api/open_auth/sidebar/get_auth_info","call":"openAuth.sidebarGetAuthInfo"}]}},"headers":[],"relativePath":"categories/sidebar-auth.md","filePath":"categories/sidebar-auth.md"}');
const _sfc_main = { name: "categories/sidebar-auth.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/sidebar-auth.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const sidebarAuth = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  sidebarAuth as default
};
